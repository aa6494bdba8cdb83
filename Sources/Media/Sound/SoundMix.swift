package import Primitives

/// All tracks of a film together, exactly as long as the film.
///
/// Samples are added one by one at 48 kHz, so that a track begins and fades to the sample. Memory
/// doesn't grow with the film's length.
package struct SoundMix: Hashable, Sendable {
  package var tracks: [SoundTrack]
  /// How long the film is.
  package var sampleCount: Int64
  /// The part of the film that is wanted; samples in it are the same as in the whole.
  package var wanted: Range<Int64>

  package init(tracks: [SoundTrack], sampleCount: Int64) {
    self.tracks = tracks
    self.sampleCount = max(0, sampleCount)
    wanted = 0..<self.sampleCount
  }

  /// Only a part of a film, between two times.
  package init(tracks: [SoundTrack], filmLength: Time, during part: Range<Time>) {
    self.init(tracks: tracks, length: filmLength)
    let bounds = [part.lowerBound, part.upperBound].map {
      max(0, min(sampleCount, $0.samples(rate: EncodedSound.sampleRate)))
    }
    wanted = bounds[0]..<bounds[1]
  }

  /// As long as so much time, to the nearest sample.
  package init(tracks: [SoundTrack], length: Time) {
    self.init(tracks: tracks, sampleCount: max(0, length.samples(rate: EncodedSound.sampleRate)))
  }

  /// Hands over what is wanted of the mix in blocks of up to 1,024 samples, left and right by turns,
  /// none beyond full scale.
  package func play(_ body: ([Float]) throws(Problem) -> Void) throws(Problem) {
    var players: [TrackPlayer] = []
    for track in tracks { players.append(try TrackPlayer(track, filmEnd: sampleCount)) }
    var position = wanted.lowerBound
    while position < wanted.upperBound {
      try Interruption.check()
      var block = [Float](repeating: 0, count: Int(min(1024, wanted.upperBound - position)) * 2)
      for player in players { try player.add(to: &block, at: position) }
      for index in block.indices { block[index] = max(-1, min(1, block[index])) }
      try body(block)
      position += Int64(block.count / 2)
    }
  }

  /// The mix as AAC-LC in stereo.
  package func encoded(bitrate: Int = 256_000) throws(Problem) -> EncodedSound {
    guard !wanted.isEmpty else {
      throw Problem(.usage, "there is no time for sound in a film without length")
    }
    var encoder = try SoundEncoder.open(bitrate: bitrate)
    try play { block throws(Problem) in try encoder.append(block) }
    return try encoder.finish()
  }
}

package import Primitives

/// All tracks of a film together, exactly as long as the film.
///
/// Samples are added one by one at 48 kHz, so that a track begins and fades to the sample. Memory
/// doesn't grow with the film's length.
package struct SoundMix: Hashable, Sendable {
  package var tracks: [SoundTrack]
  package var sampleCount: Int64

  package init(tracks: [SoundTrack], sampleCount: Int64) {
    self.tracks = tracks
    self.sampleCount = sampleCount
  }

  /// As long as so much time, to the nearest sample.
  package init(tracks: [SoundTrack], length: Time) {
    self.init(tracks: tracks, sampleCount: max(0, length.samples(rate: EncodedSound.sampleRate)))
  }

  /// Hands over the mix from first to last in blocks of up to 1,024 samples, left and right by turns,
  /// none beyond full scale.
  package func play(_ body: ([Float]) throws(Problem) -> Void) throws(Problem) {
    var players: [TrackPlayer] = []
    for track in tracks { players.append(try TrackPlayer(track, filmEnd: sampleCount)) }
    var position: Int64 = 0
    while position < sampleCount {
      var block = [Float](repeating: 0, count: Int(min(1024, sampleCount - position)) * 2)
      for player in players { try player.add(to: &block, at: position) }
      for index in block.indices { block[index] = max(-1, min(1, block[index])) }
      try body(block)
      position += Int64(block.count / 2)
    }
  }

  /// The mix as AAC-LC in stereo.
  package func encoded(bitrate: Int = 256_000) throws(Problem) -> EncodedSound {
    guard sampleCount > 0 else {
      throw Problem(.usage, "there is no time for sound in a film without length")
    }
    var encoder = try SoundEncoder.open(bitrate: bitrate)
    try play { block throws(Problem) in try encoder.append(block) }
    return try encoder.finish()
  }
}

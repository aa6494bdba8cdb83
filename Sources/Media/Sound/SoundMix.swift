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
  /// How loud the whole film is made, in LUFS; as loud as it comes if nil.
  package var loudness: Double?

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
    try finished { block throws(Problem) in try body(SoundMix.clipped(block)) }
  }

  private static func clipped(_ block: [Float]) -> [Float] { block.map { max(-1, min(1, $0)) } }

  /// The mix as AAC-LC in stereo, with how loud it is.
  package func encoded(bitrate: Int = 256_000) throws(Problem) -> EncodedSound {
    guard !wanted.isEmpty else {
      throw Problem(.usage, "there is no time for sound in a film without length")
    }
    if var copy = try SongCopy.sound(of: self) {
      copy.loudness = try measured { meter throws(Problem) in
        try mixed(wanted) { block throws(Problem) in try meter.add(block) }
      }
      return copy
    }
    var encoder = try SoundEncoder.open(bitrate: bitrate)
    let loudness = try measured { meter throws(Problem) in
      try finished { block throws(Problem) in
        try meter.add(block)
        try encoder.append(SoundMix.clipped(block))
      }
    }
    var sound = try encoder.finish()
    sound.loudness = loudness
    return sound
  }

  /// As loud as it is asked to be, and perhaps beyond full scale where nothing was asked.
  private func finished(_ body: ([Float]) throws(Problem) -> Void) throws(Problem) {
    guard let gain = try gain() else { return try mixed(wanted, body) }
    try limited(wanted, gain: gain, body)
  }

  /// What the whole is multiplied with to be as loud as it is asked to be; nil if nothing is asked, or if
  /// all is silent.
  private func gain() throws(Problem) -> Float? {
    guard let loudness else { return nil }
    var found = try measured { meter throws(Problem) in
      try mixed(0..<sampleCount) { block throws(Problem) in try meter.add(block) }
    }.integrated
    var level = 0.0
    // What a limiter takes away is made up for.
    for round in 0..<8 {
      guard let heard = found else { return nil }
      let rest = loudness - heard
      if round > 0, rest.magnitude < 0.1 { break }
      level = max(-60, min(40, level + rest))
      guard round < 7 else { break }
      let gain = SoundMix.factor(level)
      found = try measured { meter throws(Problem) in
        try limited(0..<sampleCount, gain: gain) { block throws(Problem) in try meter.add(block) }
      }.integrated
    }
    return SoundMix.factor(level)
  }

  private static func factor(_ decibels: Double) -> Float {
    Float(ExactMath.exp(decibels / 20 * ExactMath.log(10)))
  }

  private func measured(
    _ listen: (borrowing LoudnessMeter) throws(Problem) -> Void
  ) throws(Problem) -> Loudness {
    let meter = try LoudnessMeter.open(channels: 2, rate: EncodedSound.sampleRate)
    try listen(meter)
    return meter.loudness()
  }

  /// A part of the mix, multiplied and held below full scale; the same samples wherever the part begins.
  private func limited(
    _ part: Range<Int64>, gain: Float, _ body: ([Float]) throws(Problem) -> Void
  ) throws(Problem) {
    let begin = max(0, part.lowerBound - PeakLimiter.memory)
    let end = min(sampleCount, part.upperBound + PeakLimiter.memory)
    var limiter = PeakLimiter(gain: gain)
    var position = begin
    func pass(_ samples: [Float]) throws(Problem) {
      let heard = part.clamped(to: position..<(position + Int64(samples.count / 2)))
      let (first, last) = (Int(heard.lowerBound - position), Int(heard.upperBound - position))
      position += Int64(samples.count / 2)
      if first < last { try body(Array(samples[(first * 2)..<(last * 2)])) }
    }
    try mixed(begin..<end) { block throws(Problem) in try pass(limiter.limited(block)) }
    try pass(limiter.rest())
  }

  /// The tracks, added up.
  private func mixed(
    _ part: Range<Int64>, _ body: ([Float]) throws(Problem) -> Void
  ) throws(Problem) {
    let voices = try tracks.map { track throws(Problem) in try Voice(track, of: self, from: part.lowerBound)
    }
    var position = part.lowerBound
    while position < part.upperBound {
      try Interruption.check()
      var block = [Float](repeating: 0, count: Int(min(1024, part.upperBound - position)) * 2)
      for voice in voices { try voice.add(to: &block, at: position) }
      try body(block)
      position += Int64(block.count / 2)
    }
  }

  /// A track with what makes it softer.
  private struct Voice {
    private let player: TrackPlayer
    private let duckers: [Ducker]

    init(_ track: SoundTrack, of mix: SoundMix, from begin: Int64) throws(Problem) {
      player = try TrackPlayer(track, filmEnd: mix.sampleCount)
      duckers = try track.treatment.duckings.map { ducking throws(Problem) in
        let others = mix.tracks.filter { $0.path == ducking.path && $0 != track }
        return try Ducker(ducking, under: others, filmEnd: mix.sampleCount)
      }
      for ducker in duckers { try ducker.begin(at: begin) }
    }

    func add(to block: inout [Float], at position: Int64) throws(Problem) {
      guard !duckers.isEmpty else { return try player.add(to: &block, at: position) }
      var gains = [Float](repeating: 1, count: block.count / 2)
      for ducker in duckers { try ducker.apply(to: &gains, at: position) }
      try player.add(to: &block, at: position, gains: gains)
    }
  }
}

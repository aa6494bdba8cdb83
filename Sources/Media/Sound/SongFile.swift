package import Primitives

/// What a sound file holds, known by having decoded all of it.
package struct SoundFacts: Hashable, Sendable {
  /// How much is heard: without what the encoder added at either end, if the file says how much that was.
  package var length: Time
  /// The same in samples of the file's own rate.
  package var sampleCount: Int64
  package var sampleRate: Int
  package var channels: Int
  /// Stands for the file's bytes.
  package var digest: Fingerprint
}

/// A sound file, or the sound of a film.
package enum SongFile {
  /// The fingerprint of a file's bytes, without a look at what they mean.
  package static func digest(_ path: String) throws(Problem) -> Fingerprint {
    try InputFile.open(path).digest()
  }

  /// Decodes a file once, to count rather than to believe its header.
  ///
  /// Damage is tolerated as long as what can be heard is nearly as long as the header promises.
  package static func probe(_ path: String) throws(Problem) -> SoundFacts {
    let digest = try digest(path)
    var decoder = try SongDecoder.open(path)
    while try decoder.next() != nil {}
    return SoundFacts(
      length: Time(samples: decoder.sampleCount, rate: decoder.sampleRate),
      sampleCount: decoder.sampleCount,
      sampleRate: decoder.sampleRate, channels: decoder.channels, digest: digest)
  }
}

/// What is more than a song can have.
package enum SongLimits {
  package static var channels: Int { MediaLimit.soundChannels.value }
  package static var sampleRate: Int { MediaLimit.soundRate.value }
  package static var hours: Int { MediaLimit.soundHours.value }
}

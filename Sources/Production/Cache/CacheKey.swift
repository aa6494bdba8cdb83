import Media
import Primitives

/// What a segment or a sound is kept under: a fingerprint of everything that its bytes depend on.
enum CacheKey {
  /// Not of where the segment lies in its film: a scene that moves is found again.
  static func segment(_ drawings: [Fingerprint], _ settings: EncoderSettings) -> Fingerprint {
    var writer = Fingerprinter()
    writer.write("segment")
    writer.write(EngineIdentity.fingerprint)
    writer.write(settings)
    writer.write(drawings)
    return writer.finish()
  }

  static func sound(_ mix: SoundMix, _ digests: [Fingerprint]) -> Fingerprint {
    var writer = Fingerprinter()
    writer.write("sound")
    writer.write(EngineIdentity.fingerprint)
    writer.write(Int(mix.sampleCount))
    writer.write(Int(mix.wanted.lowerBound))
    writer.write(Int(mix.wanted.upperBound))
    writer.write(digests)
    writer.write(mix.loudness ?? .nan)
    for track in mix.tracks {
      for time in [track.start, track.from, track.length ?? .zero] { writer.write(Int(time.ticks)) }
      writer.write(track.treatment)
      for ducking in track.treatment.duckings {
        for other in mix.tracks { writer.write(other.path == ducking.path) }
        writer.write(ducking.volume)
        writer.write(Int(ducking.over.ticks))
      }
    }
    return writer.finish()
  }
}

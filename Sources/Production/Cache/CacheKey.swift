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
    for track in mix.tracks {
      let fades = [track.fadeIn, track.fadeOut, track.crossIn, track.crossOut]
      for time in [track.start, track.from, track.length ?? .zero] + fades {
        writer.write(Int(time.ticks))
      }
      writer.write(track.gain)
    }
    return writer.finish()
  }
}

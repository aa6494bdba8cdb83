internal import CEngine

/// What this machine's media libraries are and can do.
package enum MediaVersions {
  /// A line for each: the library's version, or whether there is an encoder or a decoder.
  package static var lines: [String] {
    let heif = [("HEIC", heif_compression_HEVC), ("AVIF", heif_compression_AV1)].map {
      "\($0.0) decoder of libheif: \(heif_have_decoder_for_format($0.1) != 0 ? "present" : "missing")"
    }
    let encoders = [("H.264 encoder", "libx264"), ("AAC encoder", "aac")].map {
      "\($0.0) \($0.1): \(canEncode($0.1) ? "present" : "missing")"
    }
    return NativeLibrary.allCases.map { "\($0.name) \($0.version)" } + heif + encoders
  }

  /// Whether films can be made at all.
  package static var isComplete: Bool { canEncode("libx264") && canEncode("aac") }

  private static func canEncode(_ name: String) -> Bool { avcodec_find_encoder_by_name(name) != nil }
}

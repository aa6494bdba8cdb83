internal import CEngine

/// What this machine's media libraries are and can do.
package enum MediaVersions {
  /// A line for each: the library's version, or whether it has an encoder.
  package static var lines: [String] {
    let libraries = [
      ("libavcodec", avcodec_version()), ("libavformat", avformat_version()),
      ("libavutil", avutil_version()),
      ("libswscale", swscale_version()), ("libswresample", swresample_version()),
    ]
    let encoders = [("H.264 encoder", "libx264"), ("AAC encoder", "aac")]
    return libraries.map { "\($0.0) \($0.1 >> 16).\($0.1 >> 8 & 255).\($0.1 & 255)" } + pictures
      + ["SoundTouch \(String(cString: libretto_stretcher_version()))"]
      + encoders.map { "\($0.0) \($0.1): \(canEncode($0.1) ? "present" : "missing")" }
  }

  /// What reads pictures.
  private static var pictures: [String] {
    let webp = WebPGetDecoderVersion()
    let others = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text -> String in
      guard let start = text.baseAddress else { return "" }
      libretto_picture_versions(start, 512)
      return String(cString: start)
    }
    let heif = [("HEIC", heif_compression_HEVC), ("AVIF", heif_compression_AV1)].map {
      "\($0.0) decoder of libheif: \(heif_have_decoder_for_format($0.1) != 0 ? "present" : "missing")"
    }
    return others.split(separator: "\n").map(String.init) + [
      "libwebp \(webp >> 16).\(webp >> 8 & 255).\(webp & 255)",
      "libheif \(String(cString: heif_get_version()))",
    ] + heif
  }

  /// Whether films can be made at all.
  package static var isComplete: Bool { canEncode("libx264") && canEncode("aac") }

  private static func canEncode(_ name: String) -> Bool { avcodec_find_encoder_by_name(name) != nil }
}

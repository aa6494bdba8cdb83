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
    return libraries.map { "\($0.0) \($0.1 >> 16).\($0.1 >> 8 & 255).\($0.1 & 255)" }
      + encoders.map { "\($0.0) \($0.1): \(canEncode($0.1) ? "present" : "missing")" }
  }

  /// Whether films can be made at all.
  package static var isComplete: Bool { canEncode("libx264") && canEncode("aac") }

  private static func canEncode(_ name: String) -> Bool { avcodec_find_encoder_by_name(name) != nil }
}

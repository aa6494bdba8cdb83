package import Media
package import Primitives

/// How well, and at what price, a film is encoded. Benchmarks/Quality.md says how these were chosen.
package enum Quality: String, CaseIterable, Sendable {
  /// To look at on the way.
  case draft
  /// To publish.
  case standard
  /// To keep, or to hand on to others who encode again.
  case master

  package var preset: String {
    switch self {
    case .draft: "superfast"
    case .standard: "veryfast"
    case .master: "slow"
    }
  }

  package var crf: Double {
    switch self {
    case .draft: 23
    case .standard: 16
    case .master: 14
    }
  }

  package func settings(size: PixelSize, rate: FrameRate) -> EncoderSettings {
    EncoderSettings(preset: preset, crf: crf, size: size, rate: rate)
  }
}

package import Primitives

/// Everything that segments' encoding depends on besides their pixels.
package struct EncoderSettings: Hashable, Sendable {
  /// x264's name for how hard to try: `superfast` … `slow`.
  package var preset: String
  /// x264's constant quality: lower is better and larger; 0 to 51.
  package var crf: Double
  package var size: PixelSize
  package var rate: FrameRate

  package init(preset: String, crf: Double, size: PixelSize, rate: FrameRate) {
    self.preset = preset
    self.crf = crf
    self.size = size
    self.rate = rate
  }

  /// The presets of x264.
  package static let presets = [
    "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow",
  ]

  /// Says what is wrong with them before any frame is made.
  package func check() throws(Problem) {
    guard EncoderSettings.presets.contains(preset) else {
      let hints =
        Suggestion.hints(for: preset, among: EncoderSettings.presets)
        + ["the presets are " + EncoderSettings.presets.joined(separator: ", ")]
      throw Problem(.usage, "there is no encoder preset \"\(preset)\"", hints: hints)
    }
    // Below 1, x264 may encode without loss, which is no profile that players know.
    guard crf >= 1, crf <= 51 else {
      throw Problem(.usage, "the quality \(crf) is out of range", hints: "it goes from 1, the best, to 51")
    }
    guard rate.isUsable else { throw Problem(.usage, "no film can have \(rate) frames a second") }
    guard size.width > 0, size.height > 0, size.width.isMultiple(of: 2), size.height.isMultiple(of: 2)
    else {
      throw Problem(
        .usage, "can't make a film of \(size) pixels", hints: "H.264 wants even numbers of pixels")
    }
    guard size.width <= PictureLimits.side, size.height <= PictureLimits.side else {
      throw Problem(
        .usage, "can't make a film of \(size) pixels", hints: "\(PictureLimits.side) a side is the limit")
    }
    try PictureWriter.checkSize(size)
  }

  /// What x264 keeps for each pixel of a frame, in bytes: mostly the frames that it looks ahead at.
  package var bytesPerPixel: Int {
    switch preset {
    case "ultrafast", "superfast": 60
    case "veryfast": 95
    case "faster": 130
    case "fast": 165
    case "medium": 200
    case "slow": 240
    default: 330
    }
  }

  /// The most frames from one key frame to the next: ten seconds.
  var keyInterval: Int { max(1, Int(rate.perSecond * 10)) }
}

extension EncoderSettings: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(preset)
    writer.write(crf)
    writer.write(size.width)
    writer.write(size.height)
    writer.write(rate.numerator)
    writer.write(rate.denominator)
  }
}

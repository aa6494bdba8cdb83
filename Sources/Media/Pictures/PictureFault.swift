internal import Primitives

/// Why a picture can't be had; `problem` says it about a path.
enum PictureFault: Error, Equatable {
  /// What the file is instead.
  case otherKind(String)
  case cutShort
  case damaged(String)
  case unsupported(String)
  case tooLarge(PixelSize)
  /// More than a limit allows, in words that follow "it has".
  case tooMuch(String, MediaLimit)
  /// More time or memory than a limit allows, in words that follow "it takes more than".
  case tooHard(String, MediaLimit)
  case failed(Problem)

  /// Throws for a size that has no pixels or too many; `bytes` is how long the file is.
  static func checkLimits(_ size: PixelSize, bytes: Int? = nil) throws(PictureFault) {
    guard size.width > 0, size.height > 0 else { throw .damaged("its size is \(size)") }
    let (area, overflow) = size.width.multipliedReportingOverflow(by: size.height)
    guard size.width <= PictureLimits.side, size.height <= PictureLimits.side, !overflow,
      area <= PictureLimits.pixels
    else { throw .tooLarge(size) }
    guard let bytes, area > 16 << 20, area / max(1, bytes) > MediaLimit.pixelsPerByte.value else { return }
    throw .tooMuch("\(size) pixels in \(bytes) bytes, as a trap might", .pixelsPerByte)
  }

  /// Throws for so many frames that they are too much in sum.
  static func checkFrames(_ count: Int, of size: PixelSize) throws(PictureFault) {
    guard count <= MediaLimit.frames.value else { throw .tooMuch("\(count) frames", .frames) }
    guard count * size.width * size.height <= MediaLimit.framePixels.value else {
      throw .tooMuch("\(count) frames of \(size) pixels", .framePixels)
    }
  }

  func problem(_ path: String) -> Problem {
    switch self {
    case .otherKind(let kind):
      Problem(
        .badInput, "can't read the picture \(path): it is \(kind)",
        hints: "JPEG, PNG, WebP, GIF, BMP, TIFF, SVG, HEIC and AVIF can be read")
    case .cutShort:
      Problem(.badInput, "the picture \(path) is cut short", hints: "copy or export it again")
    case .damaged(let detail):
      Problem(.badInput, "the picture \(path) is damaged: \(detail)", hints: "copy or export it again")
    case .unsupported(let detail):
      Problem(
        .badInput, "can't read the picture \(path): \(detail)", hints: "export it as 8-bit PNG or JPEG")
    case .tooLarge(let size):
      Problem(
        .badInput, "the picture \(path) is too large: it has \(size) pixels",
        hints:
          "at most \(PictureLimits.side) a side and \(PictureLimits.pixels >> 20) million together are read"
      )
    case .tooMuch(let detail, let limit):
      Problem(
        .badInput, "the picture \(path) is too much: it has \(detail)",
        hints: "\(limit.value) is the limit; libretto limits says how to set it")
    case .tooHard(let detail, let limit):
      Problem(
        .badInput, "the picture \(path) is too much: it takes more than \(detail) to paint",
        hints: "filters of large areas take most: make them smaller or fewer, or export it as PNG",
        "\(limit.rawValue) is \(limit.value); libretto limits says how to set it")
    case .failed(let problem): problem
    }
  }

  /// A fault for a line of a decoder, nil for none.
  init?(_ line: UnsafePointer<CChar>?) {
    guard let line else { return nil }
    self = .damaged(String(cString: line))
  }
}

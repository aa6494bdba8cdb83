internal import Primitives

/// Why a picture can't be had; `problem` says it about a path.
enum PictureFault: Error, Equatable {
  /// What the file is instead.
  case otherKind(String)
  case cutShort
  case damaged(String)
  case unsupported(String)
  case tooLarge(PixelSize)
  case failed(Problem)

  /// Throws for a size that has no pixels or too many.
  static func checkLimits(_ size: PixelSize) throws(PictureFault) {
    guard size.width > 0, size.height > 0 else { throw .damaged("its size is \(size)") }
    let (area, overflow) = size.width.multipliedReportingOverflow(by: size.height)
    guard size.width <= PictureLimits.side, size.height <= PictureLimits.side, !overflow,
      area <= PictureLimits.pixels
    else { throw .tooLarge(size) }
  }

  func problem(_ path: String) -> Problem {
    switch self {
    case .otherKind(let kind):
      Problem(.badInput, "can't read the picture \(path): it is \(kind)", hints: "PNG and JPEG can be read")
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
    case .failed(let problem): problem
    }
  }
}

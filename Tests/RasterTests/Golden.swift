import Foundation
import Media
import Primitives
import Testing

/// How much a picture may differ from its golden.
enum Tolerance {
  case exact
  /// Each channel by one.
  case rounding
  /// So many pixels by anything, for a reason said at the call.
  case edges(pixels: Int)

  func allows(_ distances: [Int]) -> Bool {
    switch self {
    case .exact: distances.allSatisfy { $0 == 0 }
    case .rounding: distances.allSatisfy { $0 <= 1 }
    case .edges(let pixels): distances.count { $0 > 1 } <= pixels
    }
  }
}

/// Compares a picture with the one of its name in `Goldens`.
///
/// With `LIBRETTO_RECORD` in the environment, writes it instead where it is `missing`, has `failed`, or in
/// `all` cases; a run that records always fails, so that somebody looks.
func expectGolden(
  _ actual: Bitmap, _ name: String, _ tolerance: Tolerance = .rounding,
  at location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  let file = folder.appending(path: name + ".png")
  let record = ProcessInfo.processInfo.environment["LIBRETTO_RECORD"]
  let golden =
    FileManager.default.fileExists(atPath: file.path) ? try PictureFile.open(file.path).decode() : nil
  let distances = golden.map {
    $0.size == actual.size ? zip($0.pixels, actual.pixels).map { $0.distance(to: $1) } : [256]
  }
  let passes = distances.map(tolerance.allows) ?? false
  if record == "all" || record == "failed" && !passes || record == "missing" && golden == nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try actual.png().write(to: file)
    Issue.record("recorded \(file.path); look at it", sourceLocation: location)
    return
  }
  guard !passes else { return }
  guard let golden, golden.size == actual.size else {
    let size = golden.map { "it is \($0.size), not \(actual.size)" } ?? "there is none"
    Issue.record("no golden \(name): \(size); LIBRETTO_RECORD=missing makes it", sourceLocation: location)
    return
  }
  let comparison = FileManager.default.temporaryDirectory.appending(path: "libretto-\(name).png")
  try golden.beside(actual).png().write(to: comparison)
  let (worst, count) = (distances?.max() ?? 0, distances?.count { $0 > 1 } ?? 0)
  Issue.record(
    "\(name) differs in \(count) pixels, by up to \(worst): expected, difference, actual in \(comparison.path)",
    sourceLocation: location)
}

extension Bitmap {
  fileprivate func png() throws -> Data { Data(try PictureWriter.png(pixels.span, size: size)) }

  /// This, how far the other is from it, and the other.
  fileprivate func beside(_ other: Bitmap) -> Bitmap {
    Bitmap.drawn(width: size.width * 3, height: size.height) { x, y in
      let column = x % size.width
      switch x / size.width {
      case 0: return self[column, y]
      case 1:
        let differences = zip(self[column, y].channels, other[column, y].channels).map {
          min(255, abs($0 - $1) * 8)
        }
        return UInt32(channels: differences.dropLast() + [255])
      default: return other[column, y]
      }
    }
  }
}

import Foundation
import Primitives

/// Where something is to be written, with an ending that says what it is.
struct OutputName {
  let path: String

  init(_ path: String, endings: [String]) throws(Problem) {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard endings.contains(ending) else {
      throw Problem(
        .usage, "can't write \(path)", hints: "the name ends in .\(endings.joined(separator: " or ."))")
    }
    self.path = path
  }

  /// The same name with a number before its ending: `still-0090.png`.
  func numbered(_ number: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let dot = path.lastIndex(of: ".") else { return path + "-" + padded }
    return path[..<dot] + "-" + padded + path[dot...]
  }
}

extension PixelSize {
  func scaled(by factor: Double) -> PixelSize {
    PixelSize(
      width: max(1, Int((Double(width) * factor).rounded())),
      height: max(1, Int((Double(height) * factor).rounded())))
  }

  /// The nearest size with even sides.
  var even: PixelSize { PixelSize(width: max(2, (width + 1) & ~1), height: max(2, (height + 1) & ~1)) }
}

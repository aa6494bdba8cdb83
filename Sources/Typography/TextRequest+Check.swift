import Primitives

extension TextRequest {
  private static let longest = 5000
  private static let largest = 10_000.0

  /// Fails if a number in it makes no sense, or is so large that the work would have no end.
  func check() throws(Problem) {
    guard text.utf16.count <= Self.longest else {
      throw Problem(
        .badInput, "the text \"\(text.excerpt)\" has \(text.utf16.count) characters",
        hints: "\(Self.longest) is the most that is set in one block")
    }
    guard size > 0, size <= Self.largest else {
      throw Problem(
        .badInput, "the type size \(size.plain) is out of bounds",
        hints: "a size is above 0 and at most \(Self.largest.plain) pixels")
    }
    guard lineHeight >= 0, lineHeight <= 100 else {
      throw Problem(
        .badInput, "the line height \(lineHeight.plain) is out of bounds",
        hints: "it is a multiple of what the font asks for, such as 1.2")
    }
    guard letterSpacing.magnitude <= Self.largest else {
      throw Problem(
        .badInput, "the letter spacing \(letterSpacing.plain) is out of bounds",
        hints: "it is in pixels, and \(Self.largest.plain) is the most")
    }
    let limits = [
      ("width", maxWidth), ("height", maxHeight), ("number of lines", maxLines.map(Double.init)),
    ]
    for case (let name, let limit?) in limits where !(limit > 0) {
      throw Problem(
        .badInput, "no text fits in a \(name) of \(limit.plain)",
        hints: "leave out the limit or enlarge it")
    }
  }

  /// The limits in words, for a message.
  var limits: String {
    var words: [String] = []
    if let maxWidth { words.append("\(maxWidth.plain) pixels wide") }
    if let maxHeight { words.append("\(maxHeight.plain) pixels high") }
    if let maxLines { words.append("\(maxLines) \(maxLines == 1 ? "line" : "lines")") }
    return words.joined(separator: ", ")
  }
}

import Primitives

extension TextRequest {
  private static let longest = 5000
  private static let largest = 10_000.0

  /// Fails if something in it makes no sense, or is so large that the work would have no end.
  func check() throws(Problem) {
    try font.check()
    for feature in features { try feature.check() }
    guard language.isLanguageTag else {
      throw Problem(
        .badInput, "there is no language \"\(language.excerpt)\"",
        hints: "a language is a tag such as ja, tr or zh-Hant")
    }
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

extension FontRequest {
  private static let mostFallbacks = 20

  func check() throws(Problem) {
    guard (1...1000).contains(weight) else {
      throw Problem(
        .badInput, "there is no font weight \(weight)",
        hints: "weights run from 1 to 1000; 400 is regular, 700 bold")
    }
    guard width > 0, width <= 1000 else {
      throw Problem(
        .badInput, "there is no font width \(width.plain)",
        hints: "widths are in percent: 75 is condensed, 100 normal, 125 expanded")
    }
    guard fallbacks.count <= Self.mostFallbacks else {
      throw Problem(
        .badInput, "the font \"\(family.excerpt)\" has \(fallbacks.count) fallbacks",
        hints: "\(Self.mostFallbacks) is the most")
    }
    for axis in axes {
      guard axis.tag.isOpenTypeTag, axis.value.isFinite else {
        throw Problem(
          .badInput, "there is no font axis \"\(axis.tag.excerpt)\" at \(axis.value.plain)",
          hints: "an axis is four letters, such as \"opsz\", and its value a number")
      }
    }
  }
}

extension FontFeature {
  fileprivate func check() throws(Problem) {
    guard tag.isOpenTypeTag else {
      throw Problem(
        .badInput, "there is no OpenType feature \"\(tag.excerpt)\"",
        hints: "a feature is four letters or digits, such as \"smcp\" or \"ss01\"")
    }
    guard (0...0xFFFF).contains(value) else {
      throw Problem(
        .badInput, "the OpenType feature \"\(tag)\" can't be set to \(value)",
        hints: "0 is off, 1 is on, more choose an alternate")
    }
  }
}

extension String {
  fileprivate var isOpenTypeTag: Bool {
    utf8.count == 4 && utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// Whether it looks like a tag of BCP 47, or is empty.
  fileprivate var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard !isEmpty, utf8.count <= 35 else { return isEmpty }
    return (2...8).contains(parts[0].utf8.count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
      && parts.allSatisfy {
        (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}

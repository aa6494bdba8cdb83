extension Color {
  /// A color as designers and CSS write it: `Color("#ff2a6d")`, `Color("#f26")`, or `Color("#ff2a6d80")`, half there.
  ///
  /// What is none is an error with its line.
  public init(_ code: String, file: String = #filePath, line: Int = #line) {
    if let color = Color(code: code) {
      self = color
    } else {
      Authoring.current?.log.report(
        .error(
          "\(code.debugDescription) is no color", at: Site(file: file, line: line),
          hints: "write #rrggbb, #rgb, or #rrggbbaa with its opacity: Color(\"#ff2a6d\")",
          "colors with names are said as they are: .hotPink"))
      self = .black
    }
  }
}

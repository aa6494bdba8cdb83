extension String {
  /// Its beginning on one line, for a message.
  var excerpt: String {
    let line = String(prefix(61).map { $0.isPrintable ? $0 : " " })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}

extension Double {
  /// Without decimals when it is whole.
  var plain: String { self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self) }
}

extension Character {
  /// Whether a terminal shows it, rather than doing what it says.
  fileprivate var isPrintable: Bool {
    !isNewline && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}

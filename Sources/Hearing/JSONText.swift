import Primitives

/// JSON, written the same way everywhere: keys in their order, numbers with fixed decimals.
indirect enum JSONText {
  case null
  case flag(Bool)
  case number(Double, decimals: Int)
  case text(String)
  case list([JSONText])
  case object([(String, JSONText)])

  static func numbers(_ values: [Double], decimals: Int) -> JSONText {
    .list(values.map { .number($0, decimals: decimals) })
  }

  /// Objects have a line a key, down to `depth`; what lies deeper is on its line.
  func written(depth: Int = 2, indent: String = "") -> String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let value, let decimals): return JSONText.fixed(value, decimals)
    case .text(let text): return text.jsonQuoted
    case .list(let values):
      guard depth > 0, values.contains(where: { if case .object = $0 { true } else { false } }) else {
        return "[" + values.map { $0.written(depth: 0) }.joined(separator: ", ") + "]"
      }
      let inner = indent + "  "
      return "[\n" + values.map { inner + $0.written(depth: 0) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let pairs):
      guard depth > 0 else {
        return "{"
          + pairs.map { "\($0.0.jsonQuoted): \($0.1.written(depth: 0))" }.joined(separator: ", ")
          + "}"
      }
      let inner = indent + "  "
      let lines = pairs.map {
        "\(inner)\($0.0.jsonQuoted): \($0.1.written(depth: depth - 1, indent: inner))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A number with so many decimals at most, rounded to nearest.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "null" }
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let count = Int((abs(value) * Double(unit)).rounded())
    var text = String(count / unit)
    if decimals > 0 {
      var fraction = String(count % unit)
      fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
      if !fraction.isEmpty { text += "." + fraction }
    }
    return value < 0 && count > 0 ? "-" + text : text
  }
}

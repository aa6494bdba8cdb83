/// How long numbers are written, whatever language a machine speaks: `1,234,567.89`, `1.234.567,89`.
public struct DigitGrouping: Hashable, Sendable {
  /// What stands between every three digits before the decimal mark.
  public var separator: String
  /// What stands before the decimals.
  public var decimalMark: String

  /// By any signs.
  public init(separator: String, decimalMark: String = ".") {
    self.separator = separator
    self.decimalMark = decimalMark
  }

  /// `1234567.89`.
  public static let none = DigitGrouping(separator: "")
  /// `1,234,567.89`.
  public static let comma = DigitGrouping(separator: ",")
  /// `1.234.567,89`.
  public static let point = DigitGrouping(separator: ".", decimalMark: ",")
  /// `1 234 567.89`, with spaces at which no line is broken.
  public static let space = DigitGrouping(separator: "\u{A0}")
  /// `1’234’567.89`.
  public static let apostrophe = DigitGrouping(separator: "’")
}

extension DigitGrouping {
  /// Digits of a whole number, with a separator between every three.
  fileprivate func grouped(_ digits: String) -> String {
    digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? separator + String(digit) : String(digit)
    }.joined()
  }

  /// The same words with every whole number in them grouped, and its decimals after its own mark.
  package func applied(to words: String) -> String {
    var (result, digits, isFraction) = ("", "", false)
    func grouped() -> String { isFraction ? digits : self.grouped(digits) }
    let signs = Array(words)
    for (index, sign) in signs.enumerated() {
      if sign.isASCII, sign.isNumber {
        digits.append(sign)
        continue
      }
      let isMark =
        sign == "." && !digits.isEmpty && !isFraction && index + 1 < signs.count && signs[index + 1].isASCII
        && signs[index + 1].isNumber
      result += grouped() + (isMark ? decimalMark : String(sign))
      (digits, isFraction) = ("", isMark)
    }
    return result + grouped()
  }
}

extension Double {
  /// As words: rounded to so many decimals, up to nine, with long numbers grouped.
  ///
  /// `1234.5.written(decimals: 2, grouped: .comma)` is `1,234.50`. What is no number, or beyond a trillion, is written as
  /// Swift does.
  public func written(decimals: Int = 0, grouped grouping: DigitGrouping = .none) -> String {
    let decimals = max(0, min(9, decimals))
    let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
    guard isFinite, abs(self) < 1e12, let units = Int(exactly: (abs(self) * Double(scale)).rounded()) else {
      return "\(self)"
    }
    let rest = String(units % scale)
    let fraction = String(repeating: "0", count: decimals == 0 ? 0 : decimals - rest.count) + rest
    let sign = self < 0 && units > 0 ? "-" : ""
    return sign + grouping.grouped(String(units / scale))
      + (decimals == 0 ? "" : grouping.decimalMark + fraction)
  }
}

extension Int {
  /// As words, with long numbers grouped: `1234567.written(grouped: .comma)` is `1,234,567`.
  public func written(grouped grouping: DigitGrouping = .none) -> String {
    (self < 0 ? "-" : "") + grouping.grouped(String(magnitude))
  }
}

internal import Primitives

/// Reads times as people write them, in whole numbers: what is read is exact.
enum ClockTime {
  /// The furthest time that is believed: ten thousand hours.
  static let furthest = Time(ticks: 36_000_000 * Time.ticksPerSecond)

  /// So many milliseconds; nil beyond what is believed.
  static func milliseconds(_ count: Int) -> Time? {
    guard count.magnitude <= 36_000_000_000 else { return nil }
    return Time(ticks: Int64(count) * (Time.ticksPerSecond / 1000))
  }

  /// Digits after a decimal point: `5` is half a second, and so is `500`.
  static func fraction(_ digits: Bytes) -> Time? {
    guard digits.allSatisfy(\.isDigit) else { return nil }
    var (value, scale): (Int64, Int64) = (0, 1)
    for digit in digits.prefix(9) {
      value = value * 10 + Int64(digit - 0x30)
      scale *= 10
    }
    return Time(ticks: (value * Time.ticksPerSecond + scale / 2) / scale)
  }

  /// Seconds, or minutes and seconds, or hours too; each a number of any length.
  static func sum(_ parts: [Bytes], fraction digits: Bytes) -> Time? {
    guard !parts.isEmpty, parts.count <= 3, let rest = fraction(digits) else { return nil }
    var seconds = 0
    for part in parts {
      guard let value = part.integer, part.first?.isDigit == true, part.last?.isDigit == true else {
        return nil
      }
      let (product, overflow) = seconds.multipliedReportingOverflow(by: 60)
      let (total, more) = product.addingReportingOverflow(value)
      guard !overflow, !more else { return nil }
      seconds = total
    }
    guard seconds <= 36_000_000 else { return nil }
    return Time(ticks: Int64(seconds) * Time.ticksPerSecond) + rest
  }

  /// `1:02:03.5`, `02:03,500`, `3`; with a comma or a point before the fraction, and a sign.
  static func clock(_ text: Bytes) -> Time? {
    var text = text.trimmed
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text = text.dropFirst() }
    let mark = text.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let whole = text[..<(mark ?? text.endIndex)]
    let digits = mark.map { text[($0 + 1)...] } ?? []
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let time = sum(parts, fraction: digits) else { return nil }
    return isNegative ? .zero - time : time
  }

  /// A number of seconds as JSON writes it: `12.5`, `1e-3`; nil for what isn't one.
  static func seconds(_ text: Bytes, unitsPerSecond: Int = 1) -> Time? {
    var text = text.trimmed
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      guard let value = text[(mark + 1)...].integer, value.magnitude < 20 else { return nil }
      exponent = value
      text = text[..<mark]
    }
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text = text.dropFirst() }
    let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = parts.first, !head.isEmpty, head.allSatisfy(\.isDigit), head.count <= 15 else {
      return nil
    }
    let tail = parts.count == 2 ? parts[1].prefix(12) : []
    guard tail.allSatisfy(\.isDigit) else { return nil }
    var number: Int128 = 0
    for digit in head + tail { number = number * 10 + Int128(digit - 0x30) }
    number *= Int128(Time.ticksPerSecond)
    var places = tail.count - exponent
    while places < 0 {
      guard number < Int128(Int64.max) else { return nil }
      number *= 10
      places += 1
    }
    var divisor = Int128(unitsPerSecond)
    while places > 0, divisor < Int128(Int64.max) {
      divisor *= 10
      places -= 1
    }
    let ticks = (number + divisor / 2) / divisor
    guard ticks <= Int128(furthest.ticks) else { return nil }
    return Time(ticks: isNegative ? -Int64(ticks) : Int64(ticks))
  }
}

internal import Primitives

/// A time in brackets: `[01:02.50]`, `<01:02.50>`, `[1:02:03.5]`, `[-00:01.02]`.
struct LRCStamp {
  /// As minutes, seconds and a fraction.
  var time: Time
  /// As hours, minutes and seconds, where `[1:02:03]` may be either.
  var asHours: Time?
  /// Whether it is written with hours beyond doubt.
  var hasHours: Bool
  /// Whether a point stands before the fraction, as in every stamp inside a line.
  var hasPoint: Bool

  /// - Returns: the stamp and where the text goes on; nil if no stamp begins at `index`.
  static func read(_ bytes: Bytes, at index: Int, closing: UInt8) -> (stamp: LRCStamp, next: Int)? {
    guard index < bytes.endIndex, let close = bytes[index...].prefix(40).firstIndex(of: closing),
      let stamp = LRCStamp(bytes[(index + 1)..<close])
    else { return nil }
    return (stamp, close + 1)
  }

  init?(_ text: Bytes) {
    var text = text.trimmed
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text = text.dropFirst() }
    let mark = text.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let parts = text[..<(mark ?? text.endIndex)]
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let digits = mark.map { text[($0 + 1)...] } ?? []
    guard parts.count == 2 || parts.count == 3 else { return nil }
    hasPoint = mark != nil
    hasHours = parts.count == 3 && hasPoint
    if parts.count == 3, !hasPoint {
      guard let short = ClockTime.sum(Array(parts[..<2]), fraction: parts[2]), !parts[2].isEmpty,
        let long = ClockTime.sum(parts, fraction: [])
      else { return nil }
      time = short
      asHours = long
    } else {
      guard let sum = ClockTime.sum(parts, fraction: digits) else { return nil }
      time = sum
    }
    if isNegative {
      time = .zero - time
      asHours = asHours.map { .zero - $0 }
    }
  }
}

internal import Primitives

/// `00:00:01,000 --> 00:00:02,500` and what stands after it.
struct CueTiming {
  let start: Time
  let end: Time
  /// Whether it is written as WebVTT demands: three digits, a point, minutes below 60.
  let isStrict: Bool
  /// Whether there are more digits than WebVTT has: two of minutes and seconds, three after the point. Hours
  /// may have any number.
  let isTooLong: Bool

  init?(_ line: Bytes) {
    let text = line.trimmed
    guard let first = text.first, first.isDigit || first == UInt8(ascii: "-"),
      let arrow = text.firstIndex(of: "->")
    else { return nil }
    var head = text[..<arrow]
    while head.last == UInt8(ascii: "-") { head = head.dropLast() }
    let tail = text[(arrow + 2)...].trimmed
    let stop = tail.firstIndex { !($0.isDigit || $0 == 0x3A || $0 == 0x2E || $0 == 0x2C || $0 == 0x2D) }
    let last = tail[..<(stop ?? tail.endIndex)]
    guard let start = CueTiming.time(head), let end = CueTiming.time(last) else { return nil }
    (self.start, self.end) = (start, end)
    isStrict = CueTiming.isStrict(head.trimmed) && CueTiming.isStrict(last)
    isTooLong = CueTiming.isTooLong(head.trimmed) || CueTiming.isTooLong(last)
  }

  /// With a point, a comma or a third colon before the fraction.
  private static func time(_ text: Bytes) -> Time? {
    let text = text.trimmed
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return ClockTime.clock(text) }
    return ClockTime.sum(Array(parts[..<3]), fraction: parts[3])
  }

  private static func isStrict(_ text: Bytes) -> Bool {
    let halves = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].count == 3 else { return false }
    let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || (parts.count == 3 && parts[0].count >= 2) else { return false }
    return parts.suffix(2).allSatisfy { $0.count == 2 && ($0.integer ?? 60) < 60 }
  }

  private static func isTooLong(_ text: Bytes) -> Bool {
    let halves = text.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let parts = halves.first?.split(separator: UInt8(ascii: ":")) ?? []
    let clock = parts.prefix(3).suffix(2)  // a fourth part is a fraction
    let fraction = parts.dropFirst(3).first ?? halves.dropFirst().first ?? []
    return parts.count > 1 && clock.contains { $0.count > 2 } || fraction.count > 3
  }
}

internal import Primitives

/// How a TTML document counts time.
struct TTMLClock {
  private var frameRate: (count: Int128, per: Int128) = (30, 1)
  private var subFrames: Int128 = 1
  private var tickRate: Int128 = 1

  /// When something happens; open ends last as long as what they are in.
  struct Window {
    var start: Time?
    var end: Time?
  }

  init(_ root: XMLElement) {
    func count(_ name: String) -> Int128? {
      root[name].flatMap { Array($0.utf8)[...].integer }.flatMap { $0 > 0 ? Int128($0) : nil }
    }
    if let rate = count("frameRate") { frameRate.count = rate }
    if let factor = root["frameRateMultiplier"] {
      let parts = factor.split { $0 == " " || $0 == ":" }.compactMap { Int128($0) }
      if parts.count == 2, parts.allSatisfy({ $0 > 0 && $0 < 1_000_000 }) {
        frameRate = (frameRate.count * parts[0], parts[1])
      }
    }
    if let frames = count("subFrameRate") { subFrames = frames }
    if let rate = count("tickRate") {
      tickRate = rate
    } else if root["frameRate"] != nil {
      tickRate = frameRate.count * subFrames
    }
  }

  /// When an element happens within its parent's time.
  ///
  /// Times with colons are the song's. Apple writes seconds of the song too, where the standard
  /// counts from the parent's start: what lies inside the parent's time is taken as the song's.
  func window(of element: XMLElement, in parent: Window) -> Window {
    var window = Window(start: parent.start, end: parent.end)
    if let start = element["begin"].flatMap({ time($0, in: parent) }) { window.start = max(.zero, start) }
    if let end = element["end"].flatMap({ time($0, in: parent) }) {
      window.end = max(.zero, end)
    } else if let length = element["dur"].flatMap({ measure($0)?.time }), length > .zero {
      window.end = (window.start ?? .zero) + length
    }
    if let end = window.end, end <= window.start ?? .zero { window.end = element["end"] == nil ? nil : end }
    return window
  }

  private func time(_ text: String, in parent: Window) -> Time? {
    guard let (time, kind) = measure(text) else { return nil }
    guard kind != .clock, let base = parent.start else { return time }
    // Background vocals may begin before their line; counted from its start they would end behind it.
    if kind == .bare, let end = parent.end, end > base, base + time >= end { return time }
    let isInside = time >= base && (parent.end.map { $0 <= base || time <= $0 } ?? (kind == .bare))
    return isInside && (kind == .bare || (parent.end ?? .zero) > base) ? time : base + time
  }

  private enum Kind { case clock, bare, offset }

  private func measure(_ text: String) -> (time: Time, kind: Kind)? {
    let bytes = Array(text.utf8)[...].trimmed
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    if parts.count == 4 { return frames(parts).map { ($0, .clock) } }
    if parts.count > 1 { return ClockTime.clock(bytes).map { ($0, .clock) } }
    let unit = bytes.suffix(while: \.isLetter)
    let number = bytes[..<unit.startIndex]
    guard
      number.first?.isDigit == true || number.first == UInt8(ascii: "-")
        || number.first == UInt8(ascii: ".")
    else { return nil }
    let digits = number.first == UInt8(ascii: ".") ? [UInt8(ascii: "0")] + number : number
    guard let (units, factor) = scale(of: unit.string),
      let time = ClockTime.seconds(digits, unitsPerSecond: units)
    else { return nil }
    return scaled(time, factor).map { ($0, unit.isEmpty ? .bare : .offset) }
  }

  /// How many of a unit make a second, or that many seconds; nil for no unit.
  private func scale(of unit: String) -> (perSecond: Int, seconds: Int128)? {
    switch unit {
    case "", "s": (1, 1)
    case "ms": (1000, 1)
    case "m": (1, 60)
    case "h": (1, 3600)
    case "t": (Int(clamping: tickRate), 1)
    case "f": (Int(clamping: frameRate.count), frameRate.per)
    default: nil
    }
  }

  /// `HH:MM:SS:FF` or `HH:MM:SS:FF.s`.
  private func frames(_ parts: [Bytes]) -> Time? {
    guard let whole = ClockTime.sum(Array(parts[..<3]), fraction: []) else { return nil }
    let halves = parts[3].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(
      \.integer)
    guard let frame = halves[0], frame >= 0, frame < 1_000_000 else { return nil }
    let sub = halves.count > 1 ? max(0, min(halves[1] ?? 0, 1_000_000)) : 0
    let ticks =
      (Int128(frame) * subFrames + Int128(sub)) * frameRate.per * Int128(Time.ticksPerSecond)
      / (frameRate.count * subFrames)
    return whole + Time(ticks: Int64(clamping: ticks))
  }

  private func scaled(_ time: Time, _ factor: Int128) -> Time? {
    let ticks = Int128(time.ticks) * factor
    return ticks.magnitude <= Int128(ClockTime.furthest.ticks).magnitude ? Time(ticks: Int64(ticks)) : nil
  }
}

extension Bytes {
  /// The bytes at the end that all satisfy a condition.
  fileprivate func suffix(while isIn: (UInt8) -> Bool) -> Bytes {
    var start = endIndex
    while start > startIndex, isIn(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}

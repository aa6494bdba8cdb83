import Primitives

extension Invocation {
  /// A flag's value as a number within limits.
  func number(_ flag: Flag, in range: ClosedRange<Double>) throws(Problem) -> Double? {
    guard let text = value(flag) else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw Problem(
        .usage, "\(flag.names.last ?? "") \(text) won't do",
        hints: "a number from \(range.lowerBound.brief) to \(range.upperBound.brief)")
    }
    return number
  }

  func count(_ flag: Flag, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = value(flag) else { return nil }
    guard let count = Int(text), range.contains(count) else {
      throw Problem(
        .usage, "\(flag.names.last ?? "") \(text) won't do",
        hints: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  /// A size as people write it: `500MB`, `2 GB`, `1000000`.
  func bytes(_ flag: Flag) throws(Problem) -> Int? {
    guard let text = value(flag) else { return nil }
    let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("KB", 1e3), ("B", 1)]
    let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1)
    let number = text.dropLast(unit.0.count).filter { $0 != " " }
    guard let size = Double(number), size >= 0, let bytes = Int(exactly: (size * unit.1).rounded()) else {
      throw Problem(.usage, "\(flag.names[0]) \(text) is no size", hints: "write 500MB or 2GB")
    }
    return bytes
  }

  /// Which frames of a film are meant; all of them where nothing is said.
  func frames(of count: Int, rate: FrameRate) throws(Problem) -> Range<FrameIndex> {
    var range = FrameIndex.zero..<FrameIndex(count)
    if let text = value(.frames) {
      guard !has(.from), !has(.to) else {
        throw Problem(
          .usage, "--frames says it all; --from and --to can't add to it", hints: "keep one way")
      }
      range = try Invocation.frameRange(text)
    } else {
      func boundary(_ flag: Flag, _ usual: FrameIndex) throws(Problem) -> FrameIndex {
        guard let text = value(flag) else { return usual }
        switch try MomentWord(text, of: flag) {
        case .frame(let frame): return frame
        case .time(let time): return rate.boundary(nearest: time)
        }
      }
      let (from, to) = (try boundary(.from, range.lowerBound), try boundary(.to, range.upperBound))
      guard from < to else {
        throw Problem(
          .usage, "nothing is left between frame \(from) and frame \(to)", hints: "--to lies after --from")
      }
      range = from..<to
    }
    guard range.lowerBound >= .zero, range.upperBound.value <= count else {
      throw Problem(
        .usage, "frames \(range) aren't all in the film",
        hints: "it has the frames 0..<\(count) and lasts \(rate.start(of: FrameIndex(count))) s")
    }
    return range
  }

  private static func frameRange(_ text: String) throws(Problem) -> Range<FrameIndex> {
    for (sign, extra) in [("..<", 0), ("...", 1)] {
      let parts = text.split(separator: sign, omittingEmptySubsequences: false)
      guard parts.count == 2, let from = Int(parts[0]), let to = Int(parts[1]), to < Int.max,
        from < to + extra
      else { continue }
      return FrameIndex(from)..<FrameIndex(to + extra)
    }
    throw Problem(.usage, "--frames \(text) won't do", hints: "--frames \"90..<120\" is thirty frames")
  }
}

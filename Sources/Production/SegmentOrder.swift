/// In which order workers take segments. It has no say in what comes of them.
package enum SegmentOrder: Sendable {
  /// As the film goes; the last ones longest first, so that no worker is left alone with a long one.
  case usual
  /// Backwards, as far as memory allows: to see that order has no say.
  case reversed

  /// How far work may run ahead of the film, in segments.
  func lead(workers: Int) -> Int {
    switch self {
    case .usual: workers * 4
    case .reversed: max(64, workers * 4)
    }
  }

  /// The numbers of segments of such lengths, in the order in which they are taken.
  func numbers(_ lengths: [Int], workers: Int) -> [Int] {
    let all = Array(lengths.indices)
    switch self {
    case .usual:
      let last = all.suffix(workers * 2)
      return all.dropLast(last.count) + last.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    case .reversed:
      let block = lead(workers: workers)
      return stride(from: 0, to: all.count, by: block).flatMap {
        all[$0..<min(all.count, $0 + block)].reversed()
      }
    }
  }
}

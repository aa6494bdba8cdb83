/// When each frame of a clip begins. The first one does at zero.
package struct ClipIndex: Hashable, Sendable {
  /// Ascending.
  package let starts: [Time]
  package let length: Time

  package init(starts: [Time], length: Time) {
    precondition(!starts.isEmpty, "a clip has a frame")
    self.starts = starts
    self.length = length
  }

  /// For frames that last so long, one after the other.
  package init(lengths: [Time]) {
    var starts: [Time] = []
    var end = Time.zero
    for length in lengths {
      starts.append(end)
      end = end + max(Time(ticks: 1), length)
    }
    self.init(starts: starts, length: end)
  }

  package var count: Int { starts.count }

  /// The last frame that began at or before a time: the first one before zero, the last one after the end.
  package func frame(at time: Time) -> FrameIndex {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= time { low = middle } else { high = middle }
    }
    return FrameIndex(low)
  }

  /// How long a frame is shown.
  package func length(of frame: FrameIndex) -> Time {
    let next = frame.value + 1
    return (next < starts.count ? starts[next] : length) - starts[frame.value]
  }

  /// Whether frames last differently long, by more than `grain`, to which their times were rounded.
  package func isVariable(grain: Time) -> Bool {
    guard count > 2, let last = starts.last else { return false }
    let mean = last.seconds / Double(count - 1)
    return zip(starts, starts.dropFirst()).contains { abs(($1 - $0).seconds - mean) > grain.seconds * 1.5 }
  }

  /// The rate it has, or has on average: a usual one if that is as near as times in the file are.
  package func rate(grain: Time) -> FrameRate {
    guard let last = starts.last, last > .zero else {
      return length > .zero ? ClipIndex.fraction(Time.ticksPerSecond, length.ticks) : 25
    }
    let perSecond = Double(count - 1) / last.seconds
    let slack = max(1e-6, grain.seconds / last.seconds)
    let usual: [FrameRate] = [
      .ntscFilm, .film, 25, .ntsc, 30, 48, 50, .ntscDouble, 60, 100, 120, 12, 15, 10, 20, 5, 1,
    ]
    if let rate = usual.first(where: { abs($0.perSecond / perSecond - 1) <= slack }) { return rate }
    return ClipIndex.fraction(Int64(count - 1) * Time.ticksPerSecond, last.ticks)
  }

  /// A fraction near enough, with numbers that a rate may have.
  private static func fraction(_ above: Int64, _ below: Int64) -> FrameRate {
    let exact = FrameRate(Int(above), over: Int(max(1, below)))
    if exact.isUsable { return exact }
    let perSecond = Double(above) / Double(max(1, below))
    return FrameRate(Int(max(1, min(1_000_000, (perSecond * 1000).rounded()))), over: 1000)
  }

  /// The same with each frame on the grid of a rate, if none is further away from it than `grain`: files
  /// that round their times mean the grid.
  package func settled(at rate: FrameRate, grain: Time) -> ClipIndex {
    let grid = starts.indices.map { rate.start(of: FrameIndex($0)) }
    let isNear = zip(starts, grid).allSatisfy { abs(($0 - $1).ticks) <= grain.ticks }
    let end = rate.start(of: FrameIndex(starts.count))
    guard isNear else { return self }
    return ClipIndex(starts: grid, length: abs((length - end).ticks) <= grain.ticks ? end : length)
  }
}

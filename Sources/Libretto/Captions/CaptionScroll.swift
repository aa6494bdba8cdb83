/// How lines that share the screen come to their places.
public struct CaptionMotion: Sendable {
  enum Manner {
    case steps
    case evenly
  }

  let manner: Manner
  /// How long a step, and the change to another brightness, take at most.
  let time: Length

  /// In steps, as each line begins.
  public static func stepping(over time: some LengthForm) -> CaptionMotion {
    CaptionMotion(manner: .steps, time: time.length)
  }

  /// Evenly, so that each line is in its place when it begins.
  public static let gliding = CaptionMotion(manner: .evenly, time: 0.4)
}

extension CaptionScript {
  /// All lines one below the other, moving so that each stands in one place when it is sung, among so many
  /// before and after it; each line away is dimmed to so much of the one before, and not so many times as large as
  /// the one that is sung. Between sections there is twice the space.
  ///
  /// The closure says what becomes of each line's words.
  public func scrolling(
    in style: TextStyle, _ motion: CaptionMotion, before: Int, after: Int, dimmed: Double,
    growing: Double = 1, spacing: some MeasureValue = Measure.vmin(2), _ each: (Text) -> Text = { $0 }
  ) -> Layers {
    let (blocks, fade) = (blocks(in: style, each), fade)
    let scroll = CaptionScroll(
      self, heights: blocks.map { height(of: $0) }, spacing: spacing.measure)
    return blocks.enumerated().map { index, block in
      let window = scroll.window(of: index, before: before, after: after)
      let place =
        switch motion.manner {
        case .steps: scroll.stepping(window, of: index, over: motion.time)
        case .evenly: scroll.gliding(window, of: index)
        }
      return
        block
        .placed(x: .pixels(point.x), y: place, anchor: Anchor(x: spot.anchor.x, y: 0.5))
        .opacity(scroll.opacities(window, of: index, dimmed: dimmed, over: motion.time))
        .scale(scroll.sizes(window, of: index, growing: growing, over: motion.time))
        .starting(at: window.start).lasting(until: window.end)
        .entering(.fade, over: fade).exiting(.fade, over: fade)
        .layer
    }
  }
}

/// Lines one below the other that move so that each stands in one place when it is sung.
struct CaptionScroll {
  private let lines: [CaptionLine]
  /// Where the middle of each line is, from the top of all.
  private let middles: [Double]
  /// Where the middle of the line that is sung stands on the screen.
  private let focus: Double
  private let lead: SongTime
  /// From when to when there is anything.
  private let stage: Range<SongTime>
  private let time: (Length) -> SongTime

  init(_ script: CaptionScript, heights: [Double], spacing: Measure) {
    lines = script.lines
    let gap = spacing.height(in: Size(width: script.width, height: script.height))
    let lines = lines
    var top = 0.0
    middles = heights.enumerated().map { index, height in
      if index > 0 { top += lines[index].section == lines[index - 1].section ? gap : 2 * gap }
      defer { top += height }
      return top + height / 2
    }
    focus = script.point.y
    lead = script.time(Length(time: Time(ticks: Time.ticksPerSecond / 5)))
    time = script.time
    let shown = script.pages.map(\.shown)
    let first = shown.map(\.lowerBound).min() ?? .zero
    stage = first..<max(first, shown.map(\.upperBound).max() ?? first)
  }

  /// The lines during which a line is on screen, and from when to when.
  struct Window {
    var lines: Range<Int>
    var start: Moment
    var end: Moment
  }

  /// More neighbours than any screen has room for.
  private static let most = 100

  /// While a line is among so many before and after the one that is sung.
  func window(of index: Int, before: Int, after: Int) -> Window {
    let (before, after) = (min(before, CaptionScroll.most), min(after, CaptionScroll.most))
    let range = max(0, index - after)..<min(lines.count, index + before + 1)
    let begin = turn(range.lowerBound)
    let start = range.lowerBound == 0 ? min(begin, stage.lowerBound) : begin
    let end = range.upperBound < lines.count ? turn(range.upperBound) : stage.upperBound
    return Window(
      lines: range, start: Moment(origin: .song(start)), end: Moment(origin: .song(max(start, end))))
  }

  /// Where the line stands over time: it moves in steps as each line begins.
  func stepping(_ window: Window, of index: Int, over length: Length) -> Animated<Measure> {
    .keyframes(steps(window, over: length) { .pixels(focus + middles[index] - middles[$0]) })
  }

  /// Where it stands when it moves evenly, so that each line is in its place when it begins.
  func gliding(_ window: Window, of index: Int) -> Animated<Measure> {
    let knots = window.lines.lowerBound...min(lines.count - 1, window.lines.upperBound)
    return .keyframes(
      knots.map { .at(Moment(origin: .song(turn($0))), .pixels(focus + middles[index] - middles[$0])) })
  }

  /// Lines further away get no dimmer than this, unless the next ones are asked to be.
  private static let readable = 0.58

  /// How much of it is seen: all of it while it is sung, less the further away that is.
  func opacities(
    _ window: Window, of index: Int, dimmed: Double, over length: Length
  ) -> Animated<Double> {
    .keyframes(
      steps(window, over: length) { line in
        var opacity = 1.0
        for _ in 0..<(line - index).magnitude { opacity *= dimmed }
        return line == index ? 1 : max(opacity, min(dimmed, CaptionScroll.readable))
      })
  }

  /// How large it is: as it is set while it is sung, smaller before and after.
  func sizes(
    _ window: Window, of index: Int, growing: Double, over length: Length
  ) -> Animated<Double> {
    guard growing.isFinite, growing > 0, growing != 1 else { return Animated(1) }
    return .keyframes(steps(window, over: length) { $0 == index ? 1 : 1 / growing })
  }

  /// Keys that hold a value for each line and change at its begin; at most half the time to the next one
  /// goes into the change.
  private func steps<Value>(
    _ window: Window, over length: Length, _ value: (Int) -> Value
  ) -> [Keyframe<Value>] {
    var keys: [Keyframe<Value>] = []
    // What comes in moves with the others, from where it would have stood before.
    var last: Value? = window.lines.lowerBound > 0 ? value(window.lines.lowerBound - 1) : nil
    let longest = max(.zero, time(length))
    for line in window.lines {
      let (start, next) = (turn(line), line + 1 < lines.count ? turn(line + 1) : nil)
      let change = next.map { min(longest, ($0 - start) * 0.5) } ?? longest
      if let last {
        keys.append(.at(Moment(origin: .song(start)), last))
        keys.append(.at(Moment(origin: .song(start + change)), value(line), .cubicInOut))
      } else {
        keys.append(.at(Moment(origin: .song(start)), value(line)))
      }
      last = value(line)
    }
    return keys
  }

  /// When a line takes its place, a little before it is sung; never before the line above it.
  private func turn(_ index: Int) -> SongTime { lines[index].begin - lead }
}

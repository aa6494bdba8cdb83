/// A number that counts, in words of the author's: `Counter(from: 0, to: 100, over: 2) { "\(Int($0)) %" }`.
///
/// Its figures are all equally wide, so that it stands still while it counts.
public struct Counter: StagedElement, TypesetLetters {
  var payload: CounterPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// From one number to another within a length.
  public init(
    from start: Double = 0, to end: Double, over length: some LengthForm = 1,
    at moment: some MomentForm = Moment.start,
    easing: Easing = .easeInOut, file: String = #filePath, line: Int = #line,
    _ words: @escaping @Sendable (Double) -> String = { "\(Int(exactly: $0.rounded()) ?? 0)" }
  ) {
    self.init(
      Animated.ramp(from: start, to: end, over: length, at: moment, easing: easing), between: start, end,
      file: file,
      line: line, words)
  }

  /// Any value that changes; the two are those whose words are widest.
  public init(
    _ value: some NumberForm, between first: Double, _ second: Double, file: String = #filePath,
    line: Int = #line, _ words: @escaping @Sendable (Double) -> String
  ) {
    var style = TextStyle()
    style.features = CounterPayload.figures
    payload = CounterPayload(
      value: value.animatedNumber, extremes: [first, second], words: words, style: style)
    directions = StageDirections(file, line)
  }

  /// The seconds that are left until a moment, such as `.end` or `song.drop()`; then 0.
  ///
  /// Whole ones unless told otherwise: 3, 2, 1, 0.
  @_disfavoredOverload
  public init(
    to moment: Moment, file: String = #filePath, line: Int = #line,
    _ words: @escaping @Sendable (Double) -> String = { $0.rounded(.up).written() }
  ) {
    self.init(at: Site(file: file, line: line), words) { resolver in
      resolver.time(of: moment).map { end in .computed { max(0, (end - $0).seconds) } }
    }
  }

  /// The seconds that went by since a moment; before it 0.
  ///
  /// Whole ones unless told otherwise: 0, 1, 2, 3.
  public init(
    since moment: some MomentForm, file: String = #filePath, line: Int = #line,
    _ words: @escaping @Sendable (Double) -> String = { $0.rounded(.down).written() }
  ) {
    let moment = moment.moment
    self.init(at: Site(file: file, line: line), words) { resolver in
      resolver.time(of: moment).map { start in .computed { max(0, ($0 - start).seconds) } }
    }
  }

  /// Seconds, of which there are no more than the film has.
  private init(
    at site: Site, _ words: @escaping @Sendable (Double) -> String,
    _ seconds: @escaping @Sendable (any CurveResolver) -> Curve<Double>?
  ) {
    self.init(Animated(.derived(seconds)), between: 0, 0, file: site.file, line: site.line, words)
    payload.countsFilm = true
  }

  /// Every three digits of its numbers kept apart: `1,234,567` with `.comma`, `1.234.567` with `.point`.
  public func grouped(by grouping: DigitGrouping) -> Counter {
    let words = payload.words
    return setting(\.payload.words, to: { grouping.applied(to: words($0)) })
  }

  public var type: TextStyle {
    get { payload.style }
    set { payload.style = newValue }
  }
}

/// A counter with what was asked of its setting.
struct CounterPayload: Sendable {
  var value: Animated<Double>
  var extremes: [Double]
  /// Whether it counts seconds that the film has: up to its length.
  var countsFilm = false
  var words: @Sendable (Double) -> String
  var style: TextStyle

  /// Figures that are all equally wide.
  static let figures = [FontFeature("tnum", 1)]

  init(
    value: Animated<Double>, extremes: [Double], words: @escaping @Sendable (Double) -> String,
    style: TextStyle
  ) {
    self.value = value
    self.extremes = extremes
    self.words = words
    self.style = style
  }

  /// A time that runs.
  init(reading: TimeReading, style: TextStyle) {
    self.init(
      value: reading.seconds, extremes: [0, reading.longest], words: TimeReading.words, style: style)
  }

  func text(_ words: String) -> TextPayload {
    var text = TextPayload(runs: [TextPayload.Run(words)])
    text.style = style
    return text
  }
}

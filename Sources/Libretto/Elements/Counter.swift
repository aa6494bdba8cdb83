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
    style.features = [FontFeature("tnum", 1)]
    payload = CounterPayload(
      value: value.animatedNumber, extremes: [first, second], words: words, style: style)
    directions = StageDirections(file, line)
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
  var words: @Sendable (Double) -> String
  var style: TextStyle

  func text(_ words: String) -> TextPayload {
    var text = TextPayload(runs: [TextPayload.Run(words)])
    text.style = style
    return text
  }
}

/// Words on stage, in the middle unless placed elsewhere.
public struct Text: StagedElement, TypesetLetters {
  var payload: TextPayload
  /// A time that it shows in place of words.
  var reading: TimeReading?
  public var directions: StageDirections
  public var layer: Layer {
    reading.map { Layer(CounterPayload(reading: $0, style: payload.style), directions) }
      ?? Layer(payload, directions)
  }

  /// Words; line ends in them end lines.
  public init(_ text: String, file: String = #filePath, line: Int = #line) {
    self.init(runs: [TextPayload.Run(text)], at: Site(file: file, line: line))
  }

  /// A time that runs, such as `.time(of: song)`: how far the song is, in minutes and seconds.
  ///
  /// Its figures are all equally wide, so that it stands still. It is never taken apart.
  public init(_ reading: TimeReading, file: String = #filePath, line: Int = #line) {
    self.init(runs: [], at: Site(file: file, line: line))
    self.reading = reading
    payload.style.features = CounterPayload.figures
  }

  init(runs: [TextPayload.Run], at site: Site) {
    payload = TextPayload(runs: runs)
    directions = StageDirections(at: site)
  }

  public var type: TextStyle {
    get { payload.style }
    set { payload.style = newValue }
  }

  /// Words of a lyric sheet turn to another paint while they are sung: from left to right, or as their
  /// script runs, letter by letter.
  ///
  /// The edge is how soft the change is, in pixels.
  public func sung(_ paint: Paint, edge: Double = 2) -> Text {
    setting(\.payload.sweep, to: TextPayload.Sweep(sung: paint, edge: edge))
  }

  /// Words of a lyric sheet turn to another color while they are sung.
  public func sung(_ color: Color, edge: Double = 2) -> Text { sung(.color(color), edge: edge) }
}

extension Text {
  /// Set along a path of its parent's, its letters turned as that runs: where it is aligned, at the path's begin, in its
  /// middle or at its end. Colors still run across the words as if they were straight.
  ///
  /// Round a closed path it goes on from the begin; from any other it goes straight on.
  ///
  /// - Parameters:
  ///   - shift: how far along the path it is moved, as a share of it.
  ///   - height: how far above the path its baseline is; shares are of its parent.
  public func along(
    _ path: Path, shifted shift: some NumberForm = 0, raised height: some MeasureValue = 0
  ) -> Text {
    setting(
      \.payload.route,
      to: TextRoute(
        measure: OutlineMeasure(path.outline), shift: shift.animatedNumber, height: height.measure))
  }

  /// By a function of the seconds since it began.
  public func along(
    _ path: Path, raised height: some MeasureValue = 0, _ shift: @escaping @Sendable (Double) -> Double
  ) -> Text {
    along(path, shifted: .computed(shift), raised: height)
  }
}

/// The way that words go.
struct TextRoute: Sendable {
  var measure: OutlineMeasure
  var shift: Animated<Double>
  var height: Measure
}

/// Words with what was asked of their setting.
struct TextPayload: Sendable {
  var runs: [Run]
  var style = TextStyle()
  var sweep: Sweep?
  var split: TextSplit?
  /// How emphasized words are painted; as the others if nil.
  var emphasis: (@Sendable (TextStyle) -> TextStyle)?
  var route: TextRoute?

  init(runs: [Run]) { self.runs = runs }

  /// A stretch of text that is sung in one go, with the space after it.
  struct Run: Sendable {
    var text: String
    /// When in the song it is sung; nil for what isn't.
    var sung: Range<SongTime>?
    var beginsWord: Bool
    var isEmphasized: Bool

    init(
      _ text: String, sung: Range<SongTime>? = nil, beginsWord: Bool = true, isEmphasized: Bool = false
    ) {
      self.text = text
      self.sung = sung
      self.beginsWord = beginsWord
      self.isEmphasized = isEmphasized
    }
  }

  struct Sweep: Sendable {
    var sung: Paint
    var edge: Double
  }
}

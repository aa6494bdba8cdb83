import FrameGraph
import Hearing
import Media
import Primitives
import Production
import Raster
import Typography

/// A picture of what was heard: waveform, energy, beats, bars, sections and moments over time.
struct AnalysisPlot {
  let analysis: SongAnalysis
  let title: String
  let fonts: FontLibrary
  let size = PixelSize(width: 1600, height: 900)

  // Rows from top to bottom, in pixels.
  let left = 70.0
  let right = 1570.0
  let sections = 74.0..<112.0
  let wave = 122.0..<332.0
  let moments = 340.0..<384.0
  let curves = 394.0..<604.0
  let beats = 622.0..<676.0
  let tempo = 700.0..<836.0
  let axis = 852.0

  static let back = Color.hex(0x14161C)
  static let faint = Color.hex(0x2A2E38)
  static let words = Color.hex(0xC9CEDA)
  static let dim = Color.hex(0x7D8494)
  static let palette: [UInt32] = [
    0x4C78A8, 0xE45756, 0x54A24B, 0xB279A2, 0xEECA3B, 0x72B7B2, 0xFF9DA6, 0x9D755D, 0x8C8CE6, 0xF58518,
  ]
  static let bandColors: [Band: Color] = [
    .bass: .hex(0xE45756), .middle: .hex(0xEECA3B), .treble: .hex(0x72B7B2),
  ]

  init(_ analysis: SongAnalysis, title: String) throws(Problem) {
    self.analysis = analysis
    self.title = title
    fonts = try FontLibrary(folders: [Installation.fonts])
  }

  func png() throws(Problem) -> [UInt8] {
    let store = PictureStore { _, _ throws(Problem) in throw Problem(.bug, "a plot has no pictures") }
    var painter = try Painter(size: size, pictures: store, fonts: fonts)
    try painter.paint(Drawing(size: size, background: AnalysisPlot.back, marks: try marks()))
    return try painter.withPixels { pixels throws(Problem) in try PictureWriter.png(pixels, size: size) }
  }

  private func marks() throws(Problem) -> [Mark] {
    try heading() + sectionMarks() + silenceMarks() + waveMarks() + barLines() + curveMarks() + beatMarks()
      + tempoMarks() + momentMarks() + axisMarks()
  }

  // MARK: Places

  var length: Double { max(0.1, analysis.length.seconds) }
  func x(_ time: Double) -> Double { left + (right - left) * max(0, min(1, time / length)) }

  func box(_ from: Double, _ top: Double, _ to: Double, _ bottom: Double, _ color: Color) -> Mark {
    polygon([(from, top), (to, top), (to, bottom), (from, bottom)], color)
  }

  func polygon(_ points: [(Double, Double)], _ color: Color) -> Mark {
    .fill(AnalysisPlot.path(points, closed: true), .color(color), at: .identity, opacity: 1)
  }

  func line(_ points: [(Double, Double)], _ color: Color, width: Double = 1) -> Mark {
    .stroke(
      AnalysisPlot.path(points, closed: false), width: width, .color(color), at: .identity, opacity: 1)
  }

  /// Many upright lines at once.
  func strokes(
    _ places: [Double], _ top: Double, _ bottom: Double, _ color: Color, width: Double = 1
  )
    -> Mark
  {
    let steps = places.flatMap {
      [Outline.Step.move(Point(x: $0, y: top)), .line(Point(x: $0, y: bottom))]
    }
    return .stroke(Outline(steps).snapped, width: width, .color(color), at: .identity, opacity: 1)
  }

  static func path(_ points: [(Double, Double)], closed: Bool) -> Outline {
    var steps: [Outline.Step] = []
    for (index, point) in points.enumerated() {
      let place = Point(x: point.0, y: point.1)
      steps.append(index == 0 ? .move(place) : .line(place))
    }
    return Outline(steps + (closed ? [.close] : [])).snapped
  }

  /// Where words hang from their place.
  enum Hang { case start, middle, end }

  func text(
    _ words: String, _ x: Double, _ y: Double, size: Double = 15, _ color: Color = AnalysisPlot.words,
    weight: Int = 400, hang: Hang = .start, within width: Double = .infinity
  ) throws(Problem) -> [Mark] {
    guard !words.isEmpty else { return [] }
    let font = FontRequest(family: "Inter", weight: weight, isItalic: false)
    let block = try fonts.layOut(TextRequest(text: words, font: font, size: size))
    guard block.size.width <= width else { return [] }
    let offset =
      switch hang {
      case .start: 0.0
      case .middle: block.size.width / 2
      case .end: block.size.width
      }
    let at = Matrix.translation(
      (x - offset).snappedToPixelGrid, (y - block.size.height / 2).snappedToPixelGrid)
    return [.text(block, .fill, .color(color), at: at, opacity: 1)]
  }
}

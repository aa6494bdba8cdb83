import Primitives
import Timeline

/// A picture of a song's sound in one frame: few marks, however many pieces it has.
struct FigureStaging {
  let figure: SoundFigure
  let content: ShapeContent
  let time: Time
  let size: Size
  let matrix: Matrix

  var trace: SoundTrace { figure.trace }
  /// How far into the song, in seconds.
  var now: Double { figure.clock.seconds(at: time) }
  var isHeard: Bool { figure.clock.plays(at: time) }

  var marks: [Mark] {
    switch figure.form {
    case .bars(let layout, let isMirrored): areas([(bars(layout, isMirrored: isMirrored), 1)])
    case .radial(let layout, let inner): areas([(rays(layout, innerRadius: inner), 1)])
    case .waveform(let length): areas([(waveform(over: length.seconds), 1)])
    case .wholeWaveform(let layout, let rest): areas(wholeWaveform(layout, rest: rest))
    case .oscilloscope(let length, let width): line(oscilloscope(over: length.seconds), width: width)
    case .spectrogram(let length, let colors): spectrogram(over: length.seconds, colors)
    case .particles(let swarm, let births): lights(of: swarm, births)
    }
  }

  /// How loud a band is now; nothing where the song isn't heard.
  func level(_ band: Int) -> Double { isHeard ? max(0, min(1, trace.value(band, at: now))) : 0 }

  private func areas(_ parts: [(outline: Outline, opacity: Double)]) -> [Mark] {
    parts.filter { !$0.outline.steps.isEmpty }.flatMap { outline, opacity -> [Mark] in
      let opacity = max(0, min(1, opacity)).snappedToRatioGrid
      guard opacity > 0 else { return [] }
      let fill = content.fill.map {
        Mark.fill(outline, Ink($0.value(at: time), in: size), at: matrix, opacity: opacity)
      }
      let stroke = content.stroke.map {
        Mark.stroke(
          outline, width: max(0, $0.width.value(at: time)).snappedToPixelGrid,
          Ink($0.paint.value(at: time), in: size), at: matrix, opacity: opacity)
      }
      return [fill, stroke].compactMap(\.self)
    }
  }

  private func line(_ outline: Outline, width: Double) -> [Mark] {
    guard let paint = content.stroke?.paint ?? content.fill else { return [] }
    let width = content.stroke?.width.value(at: time) ?? width
    return [
      .stroke(
        outline, width: max(0, width).snappedToPixelGrid, Ink(paint.value(at: time), in: size), at: matrix,
        opacity: 1)
    ]
  }
}

/// Gathers the steps of one outline, all points on the grid of drawings.
struct OutlinePen {
  private(set) var steps: [Outline.Step] = []

  var outline: Outline { Outline(steps) }

  mutating func rectangle(_ rect: Rect, cornerRadius: Double = 0) {
    guard rect.width > 0, rect.height > 0 else { return }
    steps += Outline.rectangle(rect.snapped, cornerRadius: cornerRadius.snappedToPixelGrid).steps
  }

  mutating func ellipse(_ rect: Rect) { steps += Outline.ellipse(in: rect.snapped).steps }

  mutating func line(_ points: [Point], isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      let point = Point(x: point.x.snappedToPixelGrid, y: point.y.snappedToPixelGrid)
      steps.append(index == 0 ? .move(point) : .line(point))
    }
    if isClosed, !points.isEmpty { steps.append(.close) }
  }
}

import Primitives
import Timeline

extension FigureStaging {
  /// Bars never vanish: at rest they are a fiftieth of the height.
  func bars(_ layout: BarLayout, isMirrored: Bool) -> Outline {
    var pen = OutlinePen()
    let slots = Slots(layout, across: size.width)
    for index in 0..<layout.count {
      let height = size.height * max(0.02, level(index))
      let top = isMirrored ? (size.height - height) / 2 : size.height - height
      pen.rectangle(
        Rect(x: slots.start(of: index), y: top, width: slots.width, height: height),
        cornerRadius: layout.cornerRadius)
    }
    return pen.outline
  }

  func rays(_ layout: BarLayout, innerRadius: Double) -> Outline {
    let outer = min(size.width, size.height) / 2
    let inner = outer * max(0, min(1, innerRadius == innerRadius ? innerRadius : 0))
    let half = Slots(layout, across: 2 * .pi * max(inner, outer / 8)).width / 2
    var pen = OutlinePen()
    for index in 0..<layout.count {
      // Both sides have the same bands, the highest meet at the bottom.
      let turn = (Double(index) + 0.5) / Double(layout.count)
      let (x, y) = (ExactMath.sin(2 * .pi * turn), -ExactMath.cos(2 * .pi * turn))
      let end = inner + (outer - inner) * max(0.02, level(min(index, layout.count - 1 - index)))
      func corner(_ radius: Double, _ side: Double) -> Point {
        Point(x: size.width / 2 + x * radius - y * side, y: size.height / 2 + y * radius + x * side)
      }
      pen.line(
        [corner(inner, -half), corner(end, -half), corner(end, half), corner(inner, half)], isClosed: true)
    }
    return pen.outline
  }

  /// All that was heard so far, and the rest.
  func wholeWaveform(_ layout: BarLayout, rest: Double) -> [(outline: Outline, opacity: Double)] {
    let slots = Slots(layout, across: size.width)
    let length = max(1e-6, Double(trace.rowCount) / Double(trace.rate))
    let playhead = size.width * max(0, min(1, now / length))
    var (past, future) = (OutlinePen(), OutlinePen())
    for index in 0..<layout.count {
      let (first, last) = (
        index * trace.rowCount / layout.count, (index + 1) * trace.rowCount / layout.count
      )
      // Fifty rows of a long stretch tell as much as all.
      let rows = stride(from: first, to: max(first + 1, last), by: max(1, (last - first) / 50))
      let peak = rows.reduce(0) { max($0, trace.value(0, row: $1)) }
      let (height, start) = (size.height * max(0.02, min(1, peak)), slots.start(of: index))
      let cut = max(0, min(slots.width, playhead - start))
      let top = (size.height - height) / 2
      past.rectangle(Rect(x: start, y: top, width: cut, height: height))
      future.rectangle(Rect(x: start + cut, y: top, width: slots.width - cut, height: height))
    }
    return [(past.outline, 1), (future.outline, rest)]
  }
}

/// Where columns stand.
private struct Slots {
  let step: Double
  let width: Double

  init(_ layout: BarLayout, across length: Double) {
    step = length / Double(layout.count)
    width = step * (1 - max(0, min(0.95, layout.spacing == layout.spacing ? layout.spacing : 0)))
  }

  func start(of index: Int) -> Double { Double(index) * step + (step - width) / 2 }
}

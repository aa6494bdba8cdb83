internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  mutating func paint(_ mark: Mark) throws(Problem) {
    switch mark {
    case .fill(let outline, let ink, let matrix, let opacity):
      try fill(outline, ink, at: matrix, opacity: opacity)
    case .stroke(let outline, let width, let ink, let matrix, let opacity):
      try stroke(outline, width, ink, at: matrix, opacity: opacity)
    case .text(let block, let pass, let ink, let matrix, let opacity):
      try textLayers.paint(block, pass, ink, at: matrix, opacity: opacity, on: brush)
    case .lights(let lights, let ink, let matrix, let opacity):
      try paint(lights, ink, at: matrix, opacity: opacity)
    case .group(let group): try paint(group)
    case .dissolve(let from, let to, let progress): try dissolve(from, to, progress)
    case .mix(let from, let to, let matte): try mix(from, to, matte)
    case .sheet(let sheet): try paint(sheet)
    case .beneath(let beneath): try paint(beneath)
    }
  }

  private mutating func fill(_ outline: Outline, _ ink: Ink, at matrix: Matrix, opacity: Double)
    throws(Problem)
  {
    let covers = covers(Mark.fill(outline, ink, at: matrix, opacity: 1))
    if covers, opacity < 1 {
      // Whole pictures come and go in many shades: rounding each would leave bands.
      let layer = try layer(view) { painter throws(Problem) in
        try painter.fill(outline, ink, at: matrix, opacity: 1)
      }
      return lay(layer, on: view, opacity: opacity)
    }
    switch ink {
    case .picture(let sample):
      try paint(sample, inside: covers ? nil : (outline, matrix), opacity: opacity)
    case .color, .linear, .radial:
      let box = try area(of: [.fill(outline, ink, at: matrix, opacity: 1)], within: view)
      guard let box else { return }
      if try !setSmoothSource(ink, at: matrix, opacity: opacity, on: box) {
        brush.setSource(ink, at: matrix, opacity: opacity)
      }
      if covers {
        cairo_paint(brush.handle)
      } else {
        brush.trace(outline, at: matrix)
        cairo_fill(brush.handle)
      }
    }
  }

  /// Whether a mark hides all of what is painted on.
  func covers(_ mark: Mark) -> Bool { mark.covers(screen) && view.intersection(PixelArea(screen)) == view }

  private func stroke(
    _ outline: Outline, _ width: Double, _ ink: Ink, at matrix: Matrix, opacity: Double
  ) throws(Problem) {
    brush.setSource(ink, at: matrix, opacity: opacity)
    cairo_save(brush.handle)
    brush.trace(outline, at: matrix)
    // The pen is shaped by the matrix, so that a stretched outline has a stretched line.
    var pen = matrix.cairo
    cairo_transform(brush.handle, &pen)
    cairo_set_line_width(brush.handle, width)
    cairo_set_line_join(brush.handle, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(brush.handle, CAIRO_LINE_CAP_ROUND)
    cairo_stroke(brush.handle)
    cairo_restore(brush.handle)
  }

  mutating func paint(_ group: MarkGroup) throws(Problem) {
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    guard group.filters.isEmpty else {
      return try paintFiltered(group)
    }
    if let mask = group.mask { return try paint(group, maskedBy: mask) }
    let outer = frame
    defer { frame = outer }
    if let clip = group.clip {
      brush.trace(clip.outline, at: clip.matrix)
      cairo_clip(brush.handle)
      if let inner = clip.frame?.intersection(outer) { frame = inner }
    }
    // One plain mark meets what is beneath the same way without a layer of its own.
    if group.marks.count == 1, group.opacity == 1, group.marks[0].isPlain {
      brush.use(group.blend)
      try paint(group.marks[0])
      return
    }
    // A layer is no larger than what is in it.
    guard let area = try area(of: group.marks, within: view) else { return }
    let layer = try layer(area) { painter throws(Problem) in
      for mark in group.marks { try painter.paint(mark) }
    }
    lay(layer, of: group, on: area)
  }

  private mutating func dissolve(_ from: [Mark], _ to: [Mark], _ progress: Double) throws(Problem) {
    guard let area = try area(of: from + to, within: view) else { return }
    let whole = try layer(area) { painter throws(Problem) in
      for (marks, share) in [(from, 1 - progress), (to, progress)] {
        let part = try painter.layer(area, seesGround: false) { painter throws(Problem) in
          for mark in marks { try painter.paint(mark) }
        }
        cairo_set_source_surface(painter.brush.handle, part.handle, 0, 0)
        painter.brush.use(.add)
        painter.brush.paint(opacity: share)
      }
    }
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    brush.clip(to: area)
    cairo_set_source_surface(brush.handle, whole.handle, 0, 0)
    brush.paint(opacity: 1)
  }
}

extension Mark {
  fileprivate var isPlain: Bool {
    switch self {
    case .fill, .stroke, .text: true
    // What is white over its color meets what is beneath as one.
    case .lights, .group, .dissolve, .mix, .sheet, .beneath: false
    }
  }
}

internal import CEngine
import FrameGraph
import Primitives
import Typography

/// A text at its place on the screen, as a brush paints it.
struct TextTrace {
  let block: TextBlock
  let matrix: Matrix
  let fonts: FontLibrary

  /// The smallest upright box around its ink, by coordinates of the screen; nil if it has none.
  func inkBox() throws(Problem) -> Rect? {
    var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for run in block.lines.flatMap(\.runs) {
      for glyph in run.glyphs {
        guard let ink = try fonts.ink(of: glyph.id, in: run.font) else { continue }
        for corner in ink.corners {
          let place = self.place(corner, of: glyph, run.size)
          (left, right) = (min(left, place.x), max(right, place.x))
          (top, bottom) = (min(top, place.y), max(bottom, place.y))
        }
      }
    }
    guard left < right, top < bottom else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Makes the edges of all glyphs the path, or only of those that are filled with ink.
  func trace(onlyInk: Bool, on brush: borrowing Brush) throws(Problem) {
    cairo_new_path(brush.handle)
    for run in block.lines.flatMap(\.runs) {
      for glyph in run.glyphs {
        if onlyInk, try fonts.isColored(glyph.id, in: run.font) { continue }
        let outline = try fonts.outline(of: glyph.id, in: run.font)
        brush.append(outline) { place($0, of: glyph, run.size) }
      }
    }
  }

  /// Fills the letters grown by a width on all sides, with round corners.
  func fill(grownBy width: Double, _ grown: inout GrownGlyphs, on brush: borrowing Brush) throws(Problem) {
    if width > 0 { return try fillGrown(by: width, &grown, on: brush) }
    try trace(onlyInk: false, on: brush)
    cairo_set_source_rgba(brush.handle, 0, 0, 0, 1)
    cairo_fill(brush.handle)
  }

  private func fillGrown(
    by width: Double, _ grown: inout GrownGlyphs, on brush: borrowing Brush
  ) throws(Problem) {
    let largest = block.lines.flatMap(\.runs).map(\.size).max() ?? 0
    guard let resolution = GrownGlyphs.resolution(for: largest * matrix.scale), width < largest else {
      try trace(onlyInk: false, on: brush)
      // The pen is shaped by the matrix, so that a stretched text has a stretched outline.
      var pen = matrix.cairo
      cairo_transform(brush.handle, &pen)
      return brush.fillGrown(by: width)
    }
    cairo_new_path(brush.handle)
    for run in block.lines.flatMap(\.runs) {
      for glyph in run.glyphs {
        let outline = try grown.outline(
          of: GlyphName(id: glyph.id, font: run.font), grownBy: width / run.size, resolution: resolution)
        brush.append(outline) { place($0, of: glyph, run.size) }
      }
    }
    cairo_set_source_rgba(brush.handle, 0, 0, 0, 1)
    cairo_fill(brush.handle)
  }

  /// The glyphs with colors of their own, each with the matrix that takes its ems to the screen.
  func coloredGlyphs() throws(Problem) -> [(glyph: GlyphName, shape: GlyphShape, matrix: Matrix)] {
    var found: [(glyph: GlyphName, shape: GlyphShape, matrix: Matrix)] = []
    for run in block.lines.flatMap(\.runs) {
      for glyph in run.glyphs where try fonts.isColored(glyph.id, in: run.font) {
        let ems = Matrix.scale(run.size, run.size).then(.translation(glyph.origin.x, glyph.origin.y))
        found.append(
          (
            GlyphName(id: glyph.id, font: run.font), try fonts.shape(of: glyph.id, in: run.font),
            ems.then(matrix)
          ))
      }
    }
    return found
  }

  private func place(_ point: Point, of glyph: PlacedGlyph, _ size: Double) -> Point {
    matrix.apply(Point(x: glyph.origin.x + point.x * size, y: glyph.origin.y + point.y * size))
  }
}

/// One glyph of one font.
struct GlyphName: Hashable {
  let id: UInt32
  let font: FontKey
}

extension Rect {
  fileprivate var corners: [Point] {
    [Point(x: x, y: y), Point(x: maxX, y: y), Point(x: x, y: maxY), Point(x: maxX, y: maxY)]
  }
}

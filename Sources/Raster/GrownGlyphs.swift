internal import CEngine
import FrameGraph
import Primitives
import Typography

/// Glyphs grown on all sides, as outlines, so that a text in motion is filled and not stroked anew in each
/// frame.
///
/// A glyph is stroked once, larger than it is shown, and the edge of that is traced. What is left of the
/// difference is a few hundredths of a pixel of the screen.
struct GrownGlyphs {
  private struct Key: Hashable {
    let glyph: GlyphName
    let width: Double
    let resolution: Int
  }

  private let fonts: FontLibrary
  private var outlines: [Key: Outline] = [:]
  private var byteCount = 0
  private static let byteLimit = 32 << 20

  /// In pixels to the em: what glyphs are stroked at.
  private static let resolutions = [64, 128, 256, 512, 1024]
  /// How many of those pixels there are to one of the screen, at least.
  private static let fineness = 2.0

  init(fonts: FontLibrary) { self.fonts = fonts }

  /// At which resolution a text is stroked that is shown at so many pixels to the em; nil if it is too
  /// large for any.
  static func resolution(for size: Double) -> Int? {
    resolutions.first { Double($0) >= size * fineness }
  }

  /// A glyph grown by a width; in ems, y down, from the glyph's origin.
  mutating func outline(
    of glyph: GlyphName, grownBy width: Double, resolution: Int
  ) throws(Problem) -> Outline {
    let key = Key(glyph: glyph, width: width, resolution: resolution)
    if let known = outlines[key] { return known }
    let made = try grown(glyph, by: width, at: Double(resolution))
    byteCount += 64 + made.steps.count * MemoryLayout<Outline.Step>.stride
    if byteCount > Self.byteLimit {
      outlines.removeAll()
      byteCount = 0
    }
    outlines[key] = made
    return made
  }

  private func grown(_ glyph: GlyphName, by width: Double, at scale: Double) throws(Problem) -> Outline {
    let outline = try fonts.outline(of: glyph.id, in: glyph.font)
    guard let ink = try fonts.ink(of: glyph.id, in: glyph.font),
      let area = PixelArea(around: ink.grown(by: width).box(at: .scale(scale, scale)))
    else { return Outline([]) }
    let mask = try CoverageMask.painted(area, isFine: false) { brush throws(Problem) in
      brush.trace(outline, at: .scale(scale, scale))
      brush.fillGrown(by: width * scale)
    }
    return mask.edge(tolerance: 0.05) { Point(x: $0.x / scale, y: $0.y / scale) }
  }
}

extension Brush {
  /// Fills the current path and as much around it, with round corners.
  borrowing func fillGrown(by width: Double) {
    cairo_set_source_rgba(handle, 0, 0, 0, 1)
    cairo_fill_preserve(handle)
    cairo_set_line_width(handle, 2 * width)
    cairo_set_line_join(handle, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(handle, CAIRO_LINE_CAP_ROUND)
    cairo_stroke(handle)
  }
}

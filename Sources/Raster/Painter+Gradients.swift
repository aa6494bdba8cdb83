internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Makes a gradient the source, rounded so that it leaves no bands; it is there on an area only.
  ///
  /// Whether it could be done: colors are none, and what has no extent isn't either.
  func setSmoothSource(
    _ ink: Ink, at matrix: Matrix, opacity: Double, on area: PixelArea
  ) throws(Problem) -> Bool {
    guard let gradient = Gradient(ink, at: matrix, left: area.left) else { return false }
    let surface = try Surface.make(size: area.size)
    guard let bytes = cairo_image_surface_get_data(surface.handle) else { return false }
    let table = gradient.table(opacity: opacity)
    let row = FilterRow(width: area.size.width)
    var last: LibrettoPath?
    bytes.withMemoryRebound(to: UInt32.self, capacity: area.size.width * area.size.height) { base in
      for y in area.top..<area.bottom {
        let path = gradient.plane.path(y)
        // Across the screen all rows have the same colors.
        if gradient.isRadial || last?.u != path.u || last?.du != path.du {
          libretto_row_gradient(
            table, Int32(Gradient.count), path, gradient.isRadial, Int32(row.width), row.planes)
          last = path
        }
        libretto_row_close(
          row.planes, Int32(row.width), Int32(area.left & 63), Int32(y & 63),
          base + (y - area.top) * row.width)
      }
    }
    cairo_surface_mark_dirty(surface.handle)
    cairo_set_source_surface(brush.handle, surface.handle, Double(area.left), Double(area.top))
    cairo_pattern_set_filter(cairo_get_source(brush.handle), CAIRO_FILTER_NEAREST)
    return true
  }
}

/// Colors along a line, or from a point outwards.
private struct Gradient {
  /// Of colors in its table.
  static let count = 2048

  /// Its unit goes from the first color to the last.
  let plane: ScreenPlane
  let isRadial: Bool
  private let stops: [ColorStop]

  init?(_ ink: Ink, at matrix: Matrix, left: Int) {
    let unit: Matrix
    switch ink {
    case .linear(let stops, let from, let to):
      let (x, y) = (to.x - from.x, to.y - from.y)
      unit = Matrix(a: x, b: y, c: -y, d: x, tx: from.x, ty: from.y)
      (self.stops, isRadial) = (stops, false)
    case .radial(let stops, let center, let radii):
      unit = Matrix.scale(radii.width, radii.height).then(.translation(center.x, center.y))
      (self.stops, isRadial) = (stops, true)
    case .color, .picture: return nil
    }
    guard let plane = ScreenPlane(unit.then(matrix), left: left), !stops.isEmpty else { return nil }
    self.plane = plane
  }

  /// Premultiplied colors at equal distances, and the last one twice: red, green, blue, alpha.
  func table(opacity: Double) -> [Float] {
    let inOrder = stops.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    .map(\.element)
    var table = [Float](repeating: 0, count: 4 * (Gradient.count + 1))
    var next = 0
    for index in 0...Gradient.count {
      let place = Double(min(index, Gradient.count - 1)) / Double(Gradient.count - 1)
      while next < inOrder.count, inOrder[next].position <= place { next += 1 }
      let before = inOrder[max(0, next - 1)]
      let after = inOrder[min(inOrder.count - 1, next)]
      let span = after.position - before.position
      let share = span > 0 ? max(0, min(1, (place - before.position) / span)) : 0
      let color = before.color.straightMix(with: after.color, share)
      let alpha = color.3 * opacity
      for (channel, value) in [color.0 * alpha, color.1 * alpha, color.2 * alpha, alpha].enumerated() {
        table[channel * (Gradient.count + 1) + index] = Float(value)
      }
    }
    return table
  }
}

extension Color {
  /// Between two colors, off the grid that colors are rounded to.
  fileprivate func straightMix(with other: Color, _ share: Double) -> (Double, Double, Double, Double) {
    (
      .mix(red, other.red, share), .mix(green, other.green, share), .mix(blue, other.blue, share),
      .mix(alpha, other.alpha, share)
    )
  }
}

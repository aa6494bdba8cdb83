internal import CEngine
import FrameGraph
import Primitives
import Typography

/// Painted text, as large as its ink, and where on the screen it lies.
final class LayerSurface {
  let area: PixelArea
  /// What takes its color when it is laid.
  private let mask: CoverageMask?
  /// What has colors of its own.
  private let colors: Colors?
  /// Whether glyphs with colors of their own want the ink's as well, so that this is nothing yet.
  let needsInk: Bool

  private init(
    _ area: PixelArea, mask: CoverageMask? = nil, colors: Colors? = nil, needsInk: Bool = false
  ) {
    self.area = area
    self.mask = mask
    self.colors = colors
    self.needsInk = needsInk
  }

  var byteCount: Int {
    (mask?.byteCount ?? 0) + (colors == nil ? 0 : area.size.width * area.size.height * 4)
  }

  /// Lays it so many pixels to the right and down, and a fraction of one more, in a color.
  func lay(_ color: Color?, _ shift: TextPlacement.Shift, on brush: borrowing Brush, opacity: Double) {
    if let mask, let color {
      cairo_set_source_rgba(brush.handle, color.red, color.green, color.blue, color.alpha * opacity)
      let isBetween = shift.fractionX > 0 || shift.fractionY > 0
      let moved = isBetween ? mask.shifted(shift.fractionX, shift.fractionY) : mask
      moved.stamp(shift.x, shift.y, on: brush)
      extendLifetime(moved)
    }
    if let colors {
      cairo_set_source_surface(
        brush.handle, colors.surface.handle, Double(area.left + shift.x), Double(area.top + shift.y))
      brush.paint(opacity: opacity * (color?.alpha ?? 1))
    }
  }

  private final class Colors {
    let surface: Surface

    init(_ surface: consuming Surface) { self.surface = surface }
  }
}

extension LayerSurface {
  /// Paints a pass of a text in an area.
  ///
  /// - Parameter ink: nil if it takes its color when it is laid.
  static func make(
    _ text: TextTrace, _ pass: TextPass, _ ink: Ink?, in area: PixelArea, pictures: PictureStore,
    glyphs: inout KeptGlyphs
  ) throws(Problem) -> LayerSurface {
    let colored = pass == .fill ? try text.coloredGlyphs() : []
    if ink == nil, colored.contains(where: \.shape.wantsInk) { return LayerSurface(area, needsInk: true) }
    let mask = try text.mask(pass, in: area, &glyphs.grown)
    guard ink != nil || !colored.isEmpty else { return LayerSurface(area, mask: mask) }

    let surface = try Surface.make(size: area.size)
    let brush = Brush(on: surface)
    let toLayer = Matrix.translation(Double(-area.left), Double(-area.top))
    if let ink { try brush.fill(mask, ink, at: text.matrix, toLayer, pictures: pictures) }
    for (name, shape, matrix) in colored {
      try brush.paint(
        name, shape, ink, at: matrix.then(toLayer), text.matrix.then(toLayer), on: area.size,
        pictures: &glyphs.pictures)
    }
    try brush.check()
    return LayerSurface(area, mask: ink == nil ? mask : nil, colors: Colors(surface))
  }
}

extension TextTrace {
  /// What a pass may reach; nil if that is nothing.
  func area(_ pass: TextPass) throws(Problem) -> PixelArea? {
    guard let box = try inkBox() else { return nil }
    let width =
      switch pass {
      case .fill: 0.0
      case .outline(let width), .shadow(let width, _): max(0, width)
      }
    let (x, y) = (
      width * (matrix.a * matrix.a + matrix.c * matrix.c).squareRoot(),
      width * (matrix.b * matrix.b + matrix.d * matrix.d).squareRoot()
    )
    let grown = Rect(x: box.x - x, y: box.y - y, width: box.width + 2 * x, height: box.height + 2 * y)
    return PixelArea(around: grown)?.grown(
      by: pass.softness(at: matrix)?.reach ?? PixelSize(width: 0, height: 0))
  }

  fileprivate func mask(_ pass: TextPass, in area: PixelArea, _ grown: inout GrownGlyphs) throws(Problem)
    -> CoverageMask
  {
    switch pass {
    case .fill:
      return try CoverageMask.painted(area, isFine: true) { brush throws(Problem) in
        try trace(onlyInk: true, on: brush)
        cairo_fill(brush.handle)
      }
    case .outline(let width):
      return try CoverageMask.painted(area, isFine: true) { brush throws(Problem) in
        try fill(grownBy: width, &grown, on: brush)
      }
    case .shadow(let width, _):
      let softness = pass.softness(at: matrix)
      // What lies outside the area casts its shadow into it.
      let reach = softness?.reach ?? PixelSize(width: 0, height: 0)
      let whole = try self.area(pass)?.intersection(area.grown(by: reach)) ?? area
      let mask = try CoverageMask.painted(whole, isFine: softness?.hidesPixels != true) {
        brush throws(Problem) in try fill(grownBy: width, &grown, on: brush)
      }
      if let softness { mask.soften(softness) }
      return mask.cropped(to: area) ?? mask
    }
  }
}

extension TextPass {
  /// How soft it is on the screen; nil if it isn't.
  func softness(at matrix: Matrix) -> Softness? {
    if case .shadow(_, let blur) = self, blur > 0 { Softness(blur, at: matrix) } else { nil }
  }
}

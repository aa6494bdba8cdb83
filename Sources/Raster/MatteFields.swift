internal import CEngine
import FrameGraph
import Primitives
import Timeline

/// The fields of the mattes that a painter used last: while a transition runs, its field stays the same.
struct MatteFields {
  private struct Key: Hashable {
    let shape: MatteShape
    let size: Size
    let matrix: Matrix
    let area: PixelArea
  }

  private var kept: [(key: Key, field: MatteField)] = []
  private static let byteLimit = 64 << 20

  /// The field of a matte in an area of the screen; nil where its box is flat.
  mutating func field(
    of matte: PlacedMatte, in area: PixelArea, pictures: PictureStore
  ) throws(Problem) -> MatteField? {
    let key = Key(shape: matte.shape, size: matte.size, matrix: matte.matrix, area: area)
    if let index = kept.firstIndex(where: { $0.key == key }) {
      let found = kept.remove(at: index)
      kept.append(found)
      return found.field
    }
    guard let field = try MatteFields.made(matte, in: area, pictures) else { return nil }
    field.survey()
    kept.append((key, field))
    var bytes = kept.reduce(0) { $0 + $1.field.byteCount }
    while kept.count > 1, bytes > MatteFields.byteLimit { bytes -= kept.removeFirst().field.byteCount }
    return field
  }

  private static func made(
    _ matte: PlacedMatte, in area: PixelArea, _ pictures: PictureStore
  ) throws(Problem) -> MatteField? {
    let field = MatteField(area)
    if let sample = matte.sample {
      try paint(sample, into: field, pictures)
      return field
    }
    let toShares = Matrix.scale(matte.size.width, matte.size.height).then(matte.matrix)
      .then(.translation(Double(-area.left), Double(-area.top))).inverse
    guard let toShares else { return nil }
    matte.shape.kernel(in: matte.size)?.withKernel(in: matte.size, at: toShares) {
      var kernel = $0
      libretto_matte_field(&kernel, Int32(area.size.width), Int32(area.size.height), field.values)
    }
    return field
  }

  /// The C function is `libretto_matte_of_picture`.
  private static func paint(
    _ sample: PictureSample, into field: MatteField, _ pictures: PictureStore
  ) throws(Problem) {
    let surface = try Surface.make(size: field.area.size)
    let brush = Brush(on: surface)
    let shift = Point(x: Double(-field.area.left), y: Double(-field.area.top))
    try brush.withSource(sample, from: pictures, movedBy: shift) { () throws(Problem) in
      brush.paint(opacity: 1)
    }
    try brush.check()
    surface.withPixels { pixels in
      pixels.withUnsafeBufferPointer { libretto_matte_of_picture($0.baseAddress, $0.count, field.values) }
    }
  }
}

extension MatteKernel {
  /// Lends what the C kernel wants to know.
  ///
  /// - Parameter toShares: takes pixels of the area to shares of the box.
  fileprivate func withKernel(in size: Size, at toShares: Matrix, _ body: (LibrettoMatte) -> Void) {
    var kernel = LibrettoMatte()
    kernel.kind = LibrettoMatteKind(rawValue: kind)
    (kernel.xx, kernel.xy, kernel.x0) = (toShares.a, toShares.c, toShares.tx)
    (kernel.yx, kernel.yy, kernel.y0) = (toShares.b, toShares.d, toShares.ty)
    (kernel.width, kernel.height) = (Float(size.width), Float(size.height))
    (kernel.way_x, kernel.way_y) = (Float(way.x), Float(way.y))
    (kernel.center_x, kernel.center_y) = (Float(center.x), Float(center.y))
    (kernel.count, kernel.reach, kernel.seed) = (Float(count), Float(reach), seed)
    let numbers = corners.flatMap { [Float($0.x), Float($0.y)] }
    numbers.withUnsafeBufferPointer {
      (kernel.corners, kernel.corner_count) = ($0.baseAddress, Int32(corners.count))
      body(kernel)
    }
  }
}

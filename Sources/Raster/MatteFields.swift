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
    matte.shape.withKernel(in: matte.size, at: toShares) {
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

extension MatteShape {
  /// Lends what the kernel wants to know.
  ///
  /// - Parameter toShares: takes pixels of the area to shares of the box.
  fileprivate func withKernel(in size: Size, at toShares: Matrix, _ body: (LibrettoMatte) -> Void) {
    var kernel = LibrettoMatte()
    (kernel.xx, kernel.xy, kernel.x0) = (toShares.a, toShares.c, toShares.tx)
    (kernel.yx, kernel.yy, kernel.y0) = (toShares.b, toShares.d, toShares.ty)
    (kernel.width, kernel.height) = (Float(size.width), Float(size.height))
    (kernel.way_x, kernel.way_y, kernel.count, kernel.reach) = (1, 0, 1, 1)
    func set(_ way: Direction) { (kernel.way_x, kernel.way_y) = (Float(way.unit.x), Float(way.unit.y)) }
    func set(_ center: Anchor) { (kernel.center_x, kernel.center_y) = (Float(center.x), Float(center.y)) }
    switch self {
    case .linear(let way):
      kernel.kind = LIBRETTO_MATTE_LINEAR
      set(way)
    case .blinds(let count, let way):
      kernel.kind = LIBRETTO_MATTE_BLINDS
      set(way)
      kernel.count = Float(count)
    case .clock(let hands):
      kernel.kind = LIBRETTO_MATTE_CLOCK
      kernel.count = Float(hands)
    case .circle(let center):
      kernel.kind = LIBRETTO_MATTE_CIRCLE
      set(center)
      let across = max(center.x, 1 - center.x) * size.width
      let down = max(center.y, 1 - center.y) * size.height
      kernel.reach = Float(max(1e-3, (across * across + down * down).squareRoot()))
    case .ellipse: kernel.kind = LIBRETTO_MATTE_ELLIPSE
    case .rectangle: kernel.kind = LIBRETTO_MATTE_RECTANGLE
    case .diamond: kernel.kind = LIBRETTO_MATTE_DIAMOND
    case .polygon(let corners, let center):
      kernel.kind = LIBRETTO_MATTE_POLYGON
      set(center)
      kernel.reach = Float(MatteShape.growth(of: corners, around: center, in: size))
      let numbers = corners.flatMap { [Float($0.x), Float($0.y)] }
      numbers.withUnsafeBufferPointer {
        (kernel.corners, kernel.corner_count) = ($0.baseAddress, Int32(corners.count))
        body(kernel)
      }
      return
    case .checker(let count):
      kernel.kind = LIBRETTO_MATTE_CHECKER
      kernel.count = Float(count)
    case .tiles(let count, let seed):
      kernel.kind = LIBRETTO_MATTE_TILES
      (kernel.count, kernel.seed) = (Float(count), seed)
    case .clouds(let count, let seed):
      kernel.kind = LIBRETTO_MATTE_CLOUDS
      (kernel.count, kernel.seed) = (Float(count), seed)
    case .even, .picture: return
    }
    body(kernel)
  }

  /// How much a polygon must grow to hold all of a box: as much as the points of the box's edge ask.
  private static func growth(of corners: [Point], around center: Anchor, in size: Size) -> Double {
    let steps = 48
    var most = 1e-3
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      for (x, y) in [(share, 0.0), (share, 1.0), (0.0, share), (1.0, share)] {
        let point = Point(x: (x - center.x) * size.width, y: (y - center.y) * size.height)
        most = max(most, gauge(point, corners))
      }
    }
    return most
  }

  private static func gauge(_ point: Point, _ corners: [Point]) -> Double {
    for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let area = a.x * b.y - a.y * b.x
      let first = (point.x * b.y - point.y * b.x) / area
      let second = (a.x * point.y - a.y * point.x) / area
      if first >= 0, second >= 0 { return first + second }
    }
    return 0
  }
}

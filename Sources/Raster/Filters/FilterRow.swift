internal import CEngine
import Primitives

/// A row on its way through filters: planes of red, green, blue and alpha, `width` apart, 0 to 1. Of an opaque layer
/// the alpha means nothing.
final class FilterRow {
  let width: Int
  let planes: UnsafeMutablePointer<Float>

  init(width: Int) {
    self.width = width
    planes = .allocate(capacity: 4 * width)
    planes.initialize(repeating: 0, count: 4 * width)
  }

  deinit { planes.deallocate() }

  subscript(plane: Int) -> UnsafeMutablePointer<Float> { planes + plane * width }
}

/// The pixels of a layer, premultiplied BGRA, and where they lie on the screen.
struct LayerPixels {
  let base: UnsafeMutablePointer<UInt32>
  let area: PixelArea

  var size: PixelSize { area.size }
  var left: Int { area.left }
  var top: Int { area.top }
}

extension LayerPixels {
  /// Those of a picture of Cairo's; nil if there are none.
  init?(_ surface: OpaquePointer) {
    cairo_surface_flush(surface)
    let size = PixelSize(
      width: Int(cairo_image_surface_get_width(surface)),
      height: Int(cairo_image_surface_get_height(surface)))
    guard let bytes = cairo_image_surface_get_data(surface), size.width > 0, size.height > 0,
      Int(cairo_image_surface_get_stride(surface)) == size.width * 4
    else { return nil }
    var (x, y) = (0.0, 0.0)
    cairo_surface_get_device_offset(surface, &x, &y)
    base = UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
    area = PixelArea(left: -Int(x), top: -Int(y), right: size.width - Int(x), bottom: size.height - Int(y))
  }
}

/// Where rows of a layer come from, or go to; what is done to each pixel on the way.
struct RowPort {
  enum Store {
    case pixels(LayerPixels)
    case deep(DeepPixels)
  }

  let store: Store
  let points: [any PointFilter]
  let area: PixelArea
  let isOpaque: Bool

  var size: PixelSize { area.size }

  /// How many planes of rows have a meaning: four, or the three colors of what is opaque.
  var planes: Int { isOpaque ? 3 : 4 }

  /// Numbers in these planes of a row.
  var rowCount: Int { planes * size.width }

  /// Memory for a layer of this size.
  func buffer(_ points: [any PointFilter] = []) -> RowPort {
    RowPort(store: .deep(DeepPixels(size, planes: planes)), points: points, area: area, isOpaque: isOpaque)
  }

  /// Row `y` of the layer, premultiplied.
  func read(_ y: Int, into row: FilterRow) {
    switch store {
    case .pixels(let pixels):
      libretto_row_open(pixels.base + y * row.width, Int32(row.width), Int32(planes), row.planes)
    case .deep(let deep): libretto_row_open_deep(deep.row(y), Int32(rowCount), row.planes)
    }
    apply(to: row, y)
  }

  /// Makes a row, premultiplied, row `y` of the layer; leaves it spoilt.
  func write(_ row: FilterRow, _ y: Int) {
    apply(to: row, y)
    switch store {
    case .pixels(let pixels):
      let close = isOpaque ? libretto_row_close_opaque : libretto_row_close
      close(
        row.planes, Int32(row.width), Int32(area.left & 63), Int32((area.top + y) & 63),
        pixels.base + y * row.width)
    case .deep(let deep): libretto_row_close_deep(row.planes, Int32(rowCount), deep.row(y))
    }
  }

  private func apply(to row: FilterRow, _ y: Int) {
    guard !points.isEmpty else { return }
    let width = Int32(row.width)
    if !isOpaque { libretto_row_straighten(row.planes, width) }
    for point in points { point.apply(to: row, y: area.top + y) }
    if !isOpaque { libretto_row_premultiply(row.planes, width) }
  }
}

internal import CEngine
import Primitives

/// A layer as it is seen at an angle, sampled by a cubic filter.
///
/// The layer isn't copied: it must stay as it is for as long. Around it there is nothing.
struct TiltedSampling {
  private var tilted = LibrettoTilted()
  private let size: PixelSize

  /// - Parameter fromScreen: takes what is filled to the plane in which the layer covers an area.
  init(_ layer: borrowing Surface, _ area: PixelArea, _ fromScreen: Homography) {
    size = area.size
    cairo_surface_flush(layer.handle)
    guard let bytes = cairo_image_surface_get_data(layer.handle) else { return }
    let toLayer = Matrix.translation(Double(-area.left), Double(-area.top))
    let rows = fromScreen.then(toLayer).rows
    withUnsafeMutableBytes(of: &tilted.rows) { $0.copyBytes(from: rows.withUnsafeBytes(Array.init)) }
    set(0, UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt32.self), size)
    tilted.count = 1
    tilted.weights = TiltedSampling.weights
  }

  /// Fills the layer that is painted on. The C function is `libretto_resample_tilted`.
  func fill(_ area: PixelArea, _ brush: borrowing Brush, within reaches: RowReaches) {
    guard tilted.count > 0, let surface = cairo_get_group_target(brush.handle),
      let pixels = LayerPixels(surface)
    else { return }
    var (copy, smaller) = (self, [PixelMemory]())
    defer { for memory in smaller { PixelMemory.leave(memory) } }
    reaches.rows.withUnsafeBufferPointer { rows in
      let (left, top, height) = (Int32(area.left), Int32(area.top), Int32(area.size.height))
      let levels = libretto_tilted_levels(&copy.tilted, left, top, height, rows.baseAddress)
      copy.halve(Int(levels), keeping: &smaller)
      libretto_resample_tilted(
        &copy.tilted, left, top, height, rows.baseAddress, pixels.base, pixels.size.width)
    }
    cairo_surface_mark_dirty(surface)
  }

  /// Makes smaller sizes, as far as they are wanted.
  private mutating func halve(_ wanted: Int, keeping memories: inout [PixelMemory]) {
    var (from, size) = (tilted.levels.0, size)
    while tilted.count < min(wanted, Int(LIBRETTO_LEVELS)), max(size.width, size.height) > 1,
      let larger = from
    {
      let half = PixelSize(width: (size.width + 1) / 2, height: (size.height + 1) / 2)
      let memory = PixelMemory.taken(for: half.width * half.height * 4)
      memories.append(memory)
      let pixels = memory.base.assumingMemoryBound(to: UInt32.self)
      libretto_halve(larger, Int32(size.width), Int32(size.height), pixels)
      set(Int(tilted.count), pixels, half)
      tilted.count += 1
      (from, size) = (UnsafePointer(pixels), half)
    }
  }

  private mutating func set(_ level: Int, _ pixels: UnsafePointer<UInt32>, _ size: PixelSize) {
    withUnsafeMutableBytes(of: &tilted.levels) {
      $0.bindMemory(to: UnsafePointer<UInt32>?.self)[level] = pixels
    }
    withUnsafeMutableBytes(of: &tilted.widths) { $0.bindMemory(to: Int32.self)[level] = Int32(size.width) }
    withUnsafeMutableBytes(of: &tilted.heights) {
      $0.bindMemory(to: Int32.self)[level] = Int32(size.height)
    }
  }

  /// Written once, before anyone reads them.
  nonisolated(unsafe) private static let weights: UnsafePointer<Int8> = {
    let weights = UnsafeMutablePointer<Int8>.allocate(
      capacity: 4 * Int(LIBRETTO_SOFTNESSES) * Int(LIBRETTO_PHASES))
    libretto_softnesses(weights)
    return UnsafePointer(weights)
  }()
}

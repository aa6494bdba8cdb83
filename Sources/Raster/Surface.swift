internal import CEngine
internal import Glibc
import Primitives

/// A Cairo image surface of its own memory.
struct Surface: ~Copyable {
  let handle: OpaquePointer
  let size: PixelSize

  private init(adopting handle: OpaquePointer, size: PixelSize) {
    self.handle = handle
    self.size = size
  }

  enum Format {
    /// Premultiplied BGRA, rows without gaps.
    case color
    /// One byte a pixel.
    case coverage
  }

  /// Transparent pixels. The C functions are `cairo_image_surface_create` and, for layers that are made in every
  /// frame, `cairo_image_surface_create_for_data`.
  static func make(size: PixelSize, format: Format = .color) throws(Problem) -> Surface {
    let cairo = format == .color ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8
    let isLarge = format == .color && kept.contains(size.width) && kept.contains(size.height)
    let made =
      isLarge ? roomy(size) : cairo_image_surface_create(cairo, Int32(size.width), Int32(size.height))
    guard let handle = made else {
      throw Surface.failure(size, CAIRO_STATUS_NO_MEMORY)
    }
    let status = cairo_surface_status(handle)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(handle)
      throw Surface.failure(size, status)
    }
    return Surface(adopting: handle, size: size)
  }

  deinit { cairo_surface_destroy(handle) }

  /// The sides of layers whose memory is kept for others.
  private static let kept = 128...8192

  /// In memory that goes back to where it was taken when Cairo is done with it.
  private static func roomy(_ size: PixelSize) -> OpaquePointer? {
    let count = size.width * size.height * 4
    let memory = PixelMemory.taken(for: count)
    memset(memory.base, 0, count)
    let handle = cairo_image_surface_create_for_data(
      memory.base.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_ARGB32, Int32(size.width),
      Int32(size.height), Int32(size.width * 4))
    let lease = Unmanaged.passRetained(Lease(memory))
    let status = cairo_surface_set_user_data(handle, &Lease.key, lease.toOpaque()) { lease in
      guard let lease else { return }
      Unmanaged<Lease>.fromOpaque(lease).release()
    }
    if status != CAIRO_STATUS_SUCCESS { lease.release() }
    return handle
  }

  /// Half as wide and high; of colors. The C function is `libretto_halve`.
  borrowing func halved() throws(Problem) -> Surface {
    let half = try Surface.make(size: PixelSize(width: (size.width + 1) / 2, height: (size.height + 1) / 2))
    cairo_surface_flush(handle)
    guard let from = cairo_image_surface_get_data(handle),
      let to = cairo_image_surface_get_data(half.handle)
    else { return half }
    from.withMemoryRebound(to: UInt32.self, capacity: size.width * size.height) { from in
      to.withMemoryRebound(to: UInt32.self, capacity: half.size.width * half.size.height) {
        libretto_halve(from, Int32(size.width), Int32(size.height), $0)
      }
    }
    cairo_surface_mark_dirty(half.handle)
    return half
  }

  borrowing func withPixels<R, E: Error>(_ body: (Span<UInt32>) throws(E) -> R) throws(E) -> R {
    cairo_surface_flush(handle)
    let count = size.width * size.height
    guard let bytes = cairo_image_surface_get_data(handle) else { return try body(Span()) }
    let pixels = UnsafeRawPointer(bytes).bindMemory(to: UInt32.self, capacity: count)
    return try body(Span(_unsafeStart: pixels, count: count))
  }

  private static func failure(_ size: PixelSize, _ status: cairo_status_t) -> Problem {
    let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
    return Problem(.unavailable, "can't make room for a picture of \(size)", hints: "Cairo said: \(reason)")
  }
}

/// Memory that is left when nobody needs it any more.
private final class Lease {
  private let memory: PixelMemory
  /// What Cairo knows it by: an address.
  nonisolated(unsafe) static var key = cairo_user_data_key_t()

  init(_ memory: PixelMemory) { self.memory = memory }

  deinit { PixelMemory.leave(memory) }
}

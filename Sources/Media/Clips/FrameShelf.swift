internal import CEngine
internal import Primitives

/// Decoded frames that were used lately, up to so many bytes, but always the last two: of two that are mixed, either
/// may be asked for first. Each shares its memory with the decoder.
struct FrameShelf {
  var byteLimit: Int { didSet { forget() } }
  private var frames: [Int: Kept] = [:]
  /// In the order in which they came.
  private var order: [Int] = []
  private var byteCount = 0

  private final class Kept {
    let frame: Frame
    let byteCount: Int
    init(_ frame: consuming Frame, byteCount: Int) {
      self.frame = frame
      self.byteCount = byteCount
    }
  }

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  subscript(number: Int) -> UnsafeMutablePointer<AVFrame>? { frames[number]?.frame.raw }

  /// The nearest one before a frame.
  func last(before number: Int) -> Int? { frames.keys.filter { $0 < number }.max() }
  /// The one with the lowest number.
  var first: Int? { frames.keys.min() }

  /// Keeps a reference to a frame, and forgets the oldest. `av_frame_ref`.
  mutating func keep(_ frame: UnsafeMutablePointer<AVFrame>, as number: Int) throws(Problem) {
    guard frames[number] == nil else { return }
    let copy = try Frame.empty()
    guard av_frame_ref(copy.raw, frame) >= 0 else { throw Libav.noMemory }
    let raw = frame.pointee
    let bytes = max(0, Int(av_image_get_buffer_size(AVPixelFormat(raw.format), raw.width, raw.height, 32)))
    frames[number] = Kept(copy, byteCount: bytes)
    order.append(number)
    byteCount += bytes
    forget()
  }

  private mutating func forget() {
    while byteCount > byteLimit, order.count > 2 {
      byteCount -= frames.removeValue(forKey: order.removeFirst())?.byteCount ?? 0
    }
  }
}

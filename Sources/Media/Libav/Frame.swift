internal import CEngine
internal import Primitives

/// A decoded picture or some samples: the owner of an `AVFrame`.
struct Frame: ~Copyable {
  let raw: UnsafeMutablePointer<AVFrame>

  init(adopting raw: UnsafeMutablePointer<AVFrame>) { self.raw = raw }

  /// A frame for a decoder to fill. `av_frame_alloc`.
  static func empty() throws(Problem) -> Frame {
    guard let raw = av_frame_alloc() else { throw Libav.noMemory }
    return Frame(adopting: raw)
  }

  /// A frame with room for a picture. `av_frame_get_buffer`.
  static func picture(_ size: PixelSize, format: AVPixelFormat) throws(Problem) -> Frame {
    let frame = try Frame.empty()
    frame.raw.pointee.format = format.rawValue
    frame.raw.pointee.width = Int32(clamping: size.width)
    frame.raw.pointee.height = Int32(clamping: size.height)
    guard av_frame_get_buffer(frame.raw, 0) >= 0 else { throw Libav.noMemory }
    return frame
  }

  /// A frame with room for planar float samples in stereo. `av_frame_get_buffer`.
  static func stereo(samples: Int, rate: Int) throws(Problem) -> Frame {
    let frame = try Frame.empty()
    frame.raw.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
    frame.raw.pointee.nb_samples = Int32(clamping: samples)
    frame.raw.pointee.sample_rate = Int32(clamping: rate)
    av_channel_layout_default(&frame.raw.pointee.ch_layout, 2)
    guard av_frame_get_buffer(frame.raw, 0) >= 0 else { throw Libav.noMemory }
    return frame
  }

  /// Makes the memory this frame's own before it is written again: an encoder may still be reading
  /// it. `av_frame_make_writable`.
  borrowing func makeWritable() throws(Problem) {
    guard av_frame_make_writable(raw) >= 0 else { throw Libav.noMemory }
  }

  deinit {
    var raw: UnsafeMutablePointer<AVFrame>? = raw
    av_frame_free(&raw)
  }
}

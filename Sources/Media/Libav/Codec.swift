internal import CEngine
internal import Primitives

/// An open encoder or decoder: the owner of an `AVCodecContext`. It works in its caller's thread.
struct Codec: ~Copyable {
  let raw: UnsafeMutablePointer<AVCodecContext>
  /// Whether it decodes what its standard says to the last bit, so that vector routines give what plain C gives.
  let isExact: Bool

  private init(adopting raw: UnsafeMutablePointer<AVCodecContext>, isExact: Bool) {
    self.raw = raw
    self.isExact = isExact
  }

  private static let exact = [AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_VP8, AV_CODEC_ID_VP9]

  /// What a codec answers when it is asked for more.
  enum Answer: Equatable {
    case ready
    /// It wants more input first.
    case hungry
    /// It has given all it had.
    case finished
    case failed(Int32)

    init(_ code: Int32) {
      if code >= 0 {
        self = .ready
      } else if libretto_wants_input(code) {
        self = .hungry
      } else if libretto_is_end(code) {
        self = .finished
      } else {
        self = .failed(code)
      }
    }
  }

  /// Opens a codec with one thread, and plain C routines unless it is exact. `avcodec_open2`.
  ///
  /// `options` are the codec's own; one it doesn't know is a bug of ours. That it can't be opened may be
  /// the fault of a file; then `blame` names it.
  static func open(
    _ codec: UnsafePointer<AVCodec>, options: KeyValuePairs<String, String> = [:], blame: String? = nil,
    configure: (inout AVCodecContext) -> Void
  ) throws(Problem) -> Codec {
    guard let raw = avcodec_alloc_context3(codec) else { throw Libav.noMemory }
    let isExact = av_codec_is_decoder(codec) != 0 && exact.contains(codec.pointee.id)
    let context = Codec(adopting: raw, isExact: isExact)
    raw.pointee.thread_count = 1
    configure(&raw.pointee)
    let name = String(cString: codec.pointee.name)
    for (key, value) in options {
      try check(
        av_opt_set(raw.pointee.priv_data, key, value, 0), .bug, "\(name) doesn't take \(key)=\(value)")
    }
    let code = PinnedProcessor.whileOpening {
      PinnedProcessor.decoding(exactly: isExact) { avcodec_open2(raw, codec, nil) }
    }
    if let blame { try check(code, .badInput, "can't read \(blame)") }
    try check(code, .unavailable, "can't start the codec \(name)")
    return context
  }

  /// Hands a decoder a packet, or says that there are no more. `avcodec_send_packet`.
  borrowing func send(_ packet: UnsafePointer<AVPacket>?) -> Answer {
    Answer(PinnedProcessor.decoding(exactly: isExact) { avcodec_send_packet(raw, packet) })
  }

  /// Hands an encoder a frame, or says that there are no more. `avcodec_send_frame`.
  borrowing func send(_ frame: UnsafePointer<AVFrame>?) -> Answer { Answer(avcodec_send_frame(raw, frame)) }

  /// Asks a decoder for a frame. `avcodec_receive_frame`.
  borrowing func receive(_ frame: borrowing Frame) -> Answer {
    Answer(PinnedProcessor.decoding(exactly: isExact) { avcodec_receive_frame(raw, frame.raw) })
  }

  /// Asks an encoder for a packet. `avcodec_receive_packet`.
  borrowing func receive(_ packet: borrowing Packet) -> Answer {
    Answer(avcodec_receive_packet(raw, packet.raw))
  }

  /// What a file's header must hold for decoders of these packets.
  var header: [UInt8] {
    Array(UnsafeBufferPointer(start: raw.pointee.extradata, count: Int(max(0, raw.pointee.extradata_size))))
  }

  deinit {
    var raw: UnsafeMutablePointer<AVCodecContext>? = raw
    avcodec_free_context(&raw)
  }
}

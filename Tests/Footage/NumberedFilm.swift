package import CEngine
package import Primitives

/// A film whose frames carry their number: sixteen blocks, white for one and black for zero, the highest
/// bit first, in two rows. Written with libav alone, so that no code of the engine's has a say in it.
package struct NumberedFilm: Sendable {
  package var encoder: String
  package var container: String
  package var pixels: String
  package var count: Int
  package var keyInterval: Int32
  package var bFrames: Int32
  /// What the codec is told besides.
  package var options: [(String, String)]
  /// When a frame is shown, in ticks of a thousandth.
  package var time: @Sendable (Int) -> Int64
  /// The first number that is seen.
  package var first: Int
  package var rate: Int32
  package var aspect: AVRational
  /// How it is turned for display: four of the nine numbers of its matrix, that of x before that of y.
  package var turned: [Int32]
  package var name: String

  package init(
    encoder: String = "libx264", container: String = "mp4", pixels: String = "yuv420p", count: Int = 40,
    keyInterval: Int32 = 12, bFrames: Int32 = 2, options: [(String, String)] = [],
    time: (@Sendable (Int) -> Int64)? = nil, first: Int = 0, rate: Int32 = 25,
    aspect: AVRational = AVRational(num: 1, den: 1), turned: [Int32] = [], name: String
  ) {
    self.encoder = encoder
    self.container = container
    self.pixels = pixels
    self.count = count
    self.keyInterval = keyInterval
    self.bFrames = bFrames
    self.options = options
    self.time = time ?? { Int64($0) * 1000 / Int64(rate) }
    self.first = first
    self.rate = rate
    self.aspect = aspect
    self.turned = turned
    self.name = name
  }

  /// Whether times are numbers of frames, because codec or container knows no others.
  private var countsFrames: Bool { encoder == "mpeg2video" || encoder == "mpeg4" || container == "avi" }

  package static let size = PixelSize(width: 128, height: 64)

  /// Writes it to a path that ends as its container does.
  package func write(to path: String) throws(Problem) {
    libretto_log_capture()
    let muxer = try make("the container \(container)") { () -> UnsafeMutablePointer<AVFormatContext>? in
      var muxer: UnsafeMutablePointer<AVFormatContext>?
      return avformat_alloc_output_context2(&muxer, nil, nil, path) >= 0 ? muxer : nil
    }
    defer { avformat_free_context(muxer) }
    let codec = try opened(isGlobal: muxer.pointee.oformat.pointee.flags & AVFMT_GLOBALHEADER != 0)
    defer {
      var codec: UnsafeMutablePointer<AVCodecContext>? = codec
      avcodec_free_context(&codec)
    }
    let stream = try make("a stream") { avformat_new_stream(muxer, nil) }
    describe(stream, codec)
    if first > 0 { muxer.pointee.avoid_negative_ts = 0 }
    try check(avio_open(&muxer.pointee.pb, path, AVIO_FLAG_WRITE), "open \(path)")
    defer { avio_closep(&muxer.pointee.pb) }
    try check(avformat_write_header(muxer, nil), "begin")
    for number in 0..<count {
      try send(number, to: codec)
      try drain(codec, stream, muxer)
    }
    try check(avcodec_send_frame(codec, nil), "end")
    try drain(codec, stream, muxer)
    try check(av_write_trailer(muxer), "write the trailer")
  }

  private func opened(isGlobal: Bool) throws(Problem) -> UnsafeMutablePointer<AVCodecContext> {
    let encoder = try make("the encoder \(self.encoder)") { avcodec_find_encoder_by_name(self.encoder) }
    let context = try make("a codec") { avcodec_alloc_context3(encoder) }
    context.pointee.thread_count = 1
    (context.pointee.width, context.pointee.height) = (Int32(Self.size.width), Int32(Self.size.height))
    context.pointee.pix_fmt = av_get_pix_fmt(pixels)
    context.pointee.time_base = AVRational(num: 1, den: countsFrames ? rate : 1000)
    context.pointee.framerate = AVRational(num: rate, den: 1)
    context.pointee.gop_size = keyInterval
    context.pointee.max_b_frames = bFrames
    context.pointee.sample_aspect_ratio = aspect
    context.pointee.bit_rate = 2_000_000
    for (key, value) in options { av_opt_set(context.pointee.priv_data, key, value, 0) }
    if isGlobal { context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER }
    try check(avcodec_open2(context, encoder, nil), "open \(self.encoder)")
    return context
  }

  private func describe(
    _ stream: UnsafeMutablePointer<AVStream>, _ codec: UnsafeMutablePointer<AVCodecContext>
  ) {
    avcodec_parameters_from_context(stream.pointee.codecpar, codec)
    stream.pointee.time_base = codec.pointee.time_base
    stream.pointee.sample_aspect_ratio = aspect
    stream.pointee.avg_frame_rate = AVRational(num: rate, den: 1)
    guard !turned.isEmpty else { return }
    let data = av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, 36)
    data?.withMemoryRebound(to: Int32.self, capacity: 9) { matrix in
      for (index, value) in [turned[0], turned[1], 0, turned[2], turned[3], 0, 0, 0, 16384].enumerated() {
        matrix[index] = index == 8 ? 1 << 30 : value << 16
      }
    }
  }

  private func send(_ number: Int, to codec: UnsafeMutablePointer<AVCodecContext>) throws(Problem) {
    var frame: UnsafeMutablePointer<AVFrame>? = try picture(number)
    defer { av_frame_free(&frame) }
    frame?.pointee.pts = av_rescale_q(
      time(number), AVRational(num: 1, den: 1000), codec.pointee.time_base)
    try check(avcodec_send_frame(codec, frame), "encode frame \(number)")
  }

  private func drain(
    _ codec: UnsafeMutablePointer<AVCodecContext>, _ stream: UnsafeMutablePointer<AVStream>,
    _ muxer: UnsafeMutablePointer<AVFormatContext>
  ) throws(Problem) {
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    while avcodec_receive_packet(codec, packet) >= 0 {
      packet?.pointee.stream_index = 0
      av_packet_rescale_ts(packet, codec.pointee.time_base, stream.pointee.time_base)
      try check(av_interleaved_write_frame(muxer, packet), "write a packet")
    }
  }

  /// A frame in any layout, by libswscale from BGRA.
  private func picture(_ number: Int) throws(Problem) -> UnsafeMutablePointer<AVFrame> {
    let frame = try make("a frame") { av_frame_alloc() }
    let (width, height, format) = (Int32(Self.size.width), Int32(Self.size.height), av_get_pix_fmt(pixels))
    (frame.pointee.width, frame.pointee.height, frame.pointee.format) = (width, height, format.rawValue)
    try check(av_frame_get_buffer(frame, 0), "make room for a frame")
    var bgra = [UInt32](repeating: 0, count: Self.size.width * Self.size.height)
    for index in bgra.indices {
      let block = index / Self.size.width / 32 * 8 + index % Self.size.width / 16
      bgra[index] = number >> (15 - block) & 1 != 0 ? 0xFFFF_FFFF : 0xFF00_0000
    }
    let context = sws_getContext(
      width, height, AV_PIX_FMT_BGRA, width, height, format, SWS_POINT, nil, nil, nil)
    defer { sws_freeContext(context) }
    let planes = frame.pointee
    bgra.withUnsafeBytes { source in
      let from = [source.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil, nil]
      let to = [planes.data.0, planes.data.1, planes.data.2, planes.data.3]
      let strides = [planes.linesize.0, planes.linesize.1, planes.linesize.2, planes.linesize.3]
      sws_scale(context, from, [width * 4, 0, 0, 0], 0, height, to, strides)
    }
    return frame
  }

  private func check(_ code: Int32, _ what: String) throws(Problem) {
    guard code >= 0 else { throw Problem(.bug, "can't \(what): \(code)") }
  }

  private func make<Made>(_ what: String, _ made: () -> Made?) throws(Problem) -> Made {
    guard let made = made() else { throw Problem(.bug, "can't make \(what)") }
    return made
  }

  /// The number a frame carries; nil if it can't be told.
  package static func number(in bitmap: Bitmap) -> Int? {
    var number = 0
    for block in 0..<16 {
      let x = (block % 8 * 16 + 8) * bitmap.size.width / size.width
      let y = (block / 8 * 32 + 16) * bitmap.size.height / size.height
      let level = bitmap.pixels[y * bitmap.size.width + x] >> 8 & 255
      guard level < 60 || level > 195 else { return nil }
      number = number << 1 | (level > 128 ? 1 : 0)
    }
    return number
  }
}

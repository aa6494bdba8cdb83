import CEngine
import Primitives
import Testing

@testable import Media

/// A film whose frames carry their number: sixteen blocks, white for one and black for zero, the highest
/// bit first, in two rows.
struct NumberedFilm: Sendable, CustomTestStringConvertible {
  var encoder = "libx264"
  var container = "mp4"
  var pixels = "yuv420p"
  var count = 40
  var keyInterval: Int32 = 12
  var bFrames: Int32 = 2
  /// What the codec is told besides.
  var options: [(String, String)] = []
  /// When a frame is shown, in ticks of a thousandth.
  var time: @Sendable (Int) -> Int64 = { Int64($0) * 40 }
  /// The first number that is seen.
  var first = 0
  var rate: Int32 = 25
  var aspect = AVRational(num: 1, den: 1)
  /// How it is turned for display: four of the nine numbers of its matrix, that of x before that of y.
  var turned: [Int32] = []
  var name: String

  /// Whether times are numbers of frames, because codec or container knows no others.
  private var countsFrames: Bool { encoder == "mpeg2video" || encoder == "mpeg4" || container == "avi" }

  static let size = PixelSize(width: 128, height: 64)

  var testDescription: String { name }

  /// Writes it with libav and gives back its path.
  func write(in folder: TemporaryFolder) throws -> String {
    Libav.begin()
    let path = folder.file("film.\(container)")
    var file: UnsafeMutablePointer<AVFormatContext>?
    try check(avformat_alloc_output_context2(&file, nil, nil, path), .bug, "no such container")
    let muxer = try #require(file)
    defer { avformat_free_context(muxer) }
    let codec = try #require(avcodec_find_encoder_by_name(encoder))
    let format = av_get_pix_fmt(pixels)
    let opened = try Codec.open(codec) { context in
      (context.width, context.height) = (Int32(Self.size.width), Int32(Self.size.height))
      context.pix_fmt = format
      context.time_base = AVRational(num: 1, den: countsFrames ? rate : 1000)
      context.framerate = AVRational(num: rate, den: 1)
      context.gop_size = keyInterval
      context.max_b_frames = bFrames
      context.sample_aspect_ratio = aspect
      context.bit_rate = 2_000_000
      for (key, value) in options { av_opt_set(context.priv_data, key, value, 0) }
      if muxer.pointee.oformat.pointee.flags & AVFMT_GLOBALHEADER != 0 {
        context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
      }
    }
    let stream = try #require(avformat_new_stream(muxer, nil))
    avcodec_parameters_from_context(stream.pointee.codecpar, opened.raw)
    stream.pointee.time_base = opened.raw.pointee.time_base
    stream.pointee.sample_aspect_ratio = aspect
    if !turned.isEmpty {
      let data = av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, 36)
      data?.withMemoryRebound(to: Int32.self, capacity: 9) { matrix in
        for (index, value) in [turned[0], turned[1], 0, turned[2], turned[3], 0, 0, 0, 16384].enumerated() {
          matrix[index] = index == 8 ? 1 << 30 : value << 16
        }
      }
    }
    stream.pointee.avg_frame_rate = AVRational(num: rate, den: 1)
    if first > 0 { muxer.pointee.avoid_negative_ts = 0 }
    try check(avio_open(&muxer.pointee.pb, path, AVIO_FLAG_WRITE), .bug, "can't open \(path)")
    try check(avformat_write_header(muxer, nil), .bug, "can't begin")
    let packet = try Packet.empty()
    func drain() throws {
      while opened.receive(packet) == .ready {
        packet.raw.pointee.stream_index = 0
        av_packet_rescale_ts(packet.raw, opened.raw.pointee.time_base, stream.pointee.time_base)
        try check(av_interleaved_write_frame(muxer, packet.raw), .bug, "can't write")
      }
    }
    for number in 0..<count {
      let frame = try picture(number, format)
      frame.raw.pointee.pts = av_rescale_q(
        time(number), AVRational(num: 1, den: 1000), opened.raw.pointee.time_base)
      #expect(opened.send(UnsafePointer(frame.raw)) == .ready)
      try drain()
    }
    #expect(opened.send(nil as UnsafePointer<AVFrame>?) == .ready)
    try drain()
    try check(av_write_trailer(muxer), .bug, "can't end")
    avio_closep(&muxer.pointee.pb)
    return path
  }

  /// A frame in any layout, by libswscale from BGRA.
  private func picture(_ number: Int, _ format: AVPixelFormat) throws -> Frame {
    let frame = try Frame.picture(Self.size, format: format)
    var bgra = [UInt32](repeating: 0, count: Self.size.width * Self.size.height)
    for index in bgra.indices {
      let block = index / Self.size.width / 32 * 8 + index % Self.size.width / 16
      bgra[index] = number >> (15 - block) & 1 != 0 ? 0xFFFF_FFFF : 0xFF00_0000
    }
    let (width, height) = (Int32(Self.size.width), Int32(Self.size.height))
    let context = sws_getContext(
      width, height, AV_PIX_FMT_BGRA, width, height, format, SWS_POINT, nil, nil, nil)
    defer { sws_freeContext(context) }
    let planes = frame.raw.pointee
    bgra.withUnsafeBytes { source in
      let from = [source.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil, nil]
      let to = [planes.data.0, planes.data.1, planes.data.2, planes.data.3]
      let strides = [planes.linesize.0, planes.linesize.1, planes.linesize.2, planes.linesize.3]
      sws_scale(context, from, [width * 4, 0, 0, 0], 0, height, to, strides)
    }
    return frame
  }

  /// The number a frame carries; nil if it can't be told.
  static func number(in bitmap: Bitmap) -> Int? {
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

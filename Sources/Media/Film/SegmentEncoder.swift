internal import CEngine
package import Primitives

/// Makes H.264 of the frames of one segment, with x264 in the caller's thread.
///
/// The same pixels and settings give the same bytes on every processor, whatever else is encoded at the
/// same time.
package struct SegmentEncoder: ~Copyable {
  private let codec: Codec
  private let picture: Frame
  private let packet: Packet
  private let size: PixelSize
  private var frameCount = 0
  private var packets: [EncodedPacket] = []

  /// Starts a segment.
  package static func open(_ settings: EncoderSettings) throws(Problem) -> SegmentEncoder {
    try settings.check()
    guard let encoder = avcodec_find_encoder_by_name("libx264") else {
      throw Problem(
        .unavailable, "this libavcodec was built without libx264", hints: "install FFmpeg with libx264")
    }
    Libav.begin()
    // One thread and no use of the processor's own abilities: x264's decisions depend on both.
    // Segments are cut at scenes already, so it needn't look for cuts. "bframes" stays at two also
    // where a preset has none or three, so that headers and players' delays are alike.
    let options: KeyValuePairs = [
      "preset": settings.preset, "crf": "\(settings.crf)", "profile": "high", "forced-idr": "1",
      "x264-params":
        "cpu-independent=1:threads=1:lookahead-threads=1:sliced-threads=0:scenecut=0:open-gop=0",
    ]
    let codec = try Codec.open(encoder, options: options) { $0.describe(settings) }
    return SegmentEncoder(
      codec: codec, picture: try Frame.picture(settings.size, format: AV_PIX_FMT_YUV420P),
      packet: try Packet.empty(), size: settings.size)
  }

  private init(codec: consuming Codec, picture: consuming Frame, packet: consuming Packet, size: PixelSize)
  {
    self.codec = codec
    self.picture = picture
    self.packet = packet
    self.size = size
  }

  /// Adds the next frame: premultiplied BGRA over black, rows without gaps.
  package mutating func append(_ pixels: Span<UInt32>) throws(Problem) {
    precondition(
      pixels.count == size.width * size.height, "a frame has as many pixels as the film's size says")
    try picture.makeWritable()
    let frame = picture.raw
    let planes = LibrettoPlanes(
      y: frame.pointee.data.0, u: frame.pointee.data.1, v: frame.pointee.data.2,
      y_stride: Int(frame.pointee.linesize.0), u_stride: Int(frame.pointee.linesize.1),
      v_stride: Int(frame.pointee.linesize.2))
    pixels.withUnsafeBufferPointer {
      libretto_yuv420($0.baseAddress, Int32(size.width), Int32(size.height), planes)
    }
    frame.pointee.pts = Int64(frameCount)
    frame.pointee.pict_type = frameCount == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE
    frameCount += 1
    try expectReady(codec.send(UnsafePointer(frame)))
    try collect()
  }

  /// Ends the segment and gives all of it.
  package consuming func finish() throws(Problem) -> EncodedSegment {
    try expectReady(codec.send(nil as UnsafePointer<AVFrame>?))
    try collect()
    let segment = EncodedSegment(
      frameCount: frameCount, header: codec.header, delay: Int(codec.raw.pointee.has_b_frames),
      packets: packets)
    if let fault = segment.fault { throw Problem(.bug, "x264 made a segment that isn't whole: \(fault)") }
    return segment
  }

  private mutating func collect() throws(Problem) {
    while true {
      // At the end each answer is the work of a frame, and there are as many as x264 looks ahead.
      try Interruption.check()
      switch codec.receive(packet) {
      case .ready:
        packets.append(
          EncodedPacket(
            data: packet.bytes, presentationIndex: Int(packet.raw.pointee.pts),
            isKey: packet.raw.pointee.flags & AV_PKT_FLAG_KEY != 0))
        packet.clear()
      case .hungry, .finished: return
      case .failed(let code): try check(code, .bug, "x264 failed")
      }
    }
  }

  private borrowing func expectReady(_ answer: Codec.Answer) throws(Problem) {
    if case .failed(let code) = answer { try check(code, .bug, "x264 failed") }
    if answer != .ready { throw Problem(.bug, "x264 doesn't take a frame") }
  }
}

extension AVCodecContext {
  /// H.264 as every player expects it: High profile, 8-bit 4:2:0, BT.709 in limited range, closed groups.
  fileprivate mutating func describe(_ settings: EncoderSettings) {
    (width, height) = (Int32(clamping: settings.size.width), Int32(clamping: settings.size.height))
    time_base = AVRational(
      num: Int32(clamping: settings.rate.denominator), den: Int32(clamping: settings.rate.numerator))
    framerate = AVRational(num: time_base.den, den: time_base.num)
    sample_aspect_ratio = AVRational(num: 1, den: 1)
    pix_fmt = AV_PIX_FMT_YUV420P
    color_primaries = AVCOL_PRI_BT709
    color_trc = AVCOL_TRC_BT709
    colorspace = AVCOL_SPC_BT709
    color_range = AVCOL_RANGE_MPEG
    chroma_sample_location = AVCHROMA_LOC_LEFT
    gop_size = Int32(clamping: settings.keyInterval)
    max_b_frames = 2
    flags |= AV_CODEC_FLAG_GLOBAL_HEADER | Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
  }
}

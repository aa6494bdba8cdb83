internal import CEngine
internal import Primitives

/// Decodes the frames of a film in order, from its beginning or from a key frame.
///
/// One thread and plain C, so that every machine decodes alike.
struct FilmDecoder: ~Copyable {
  let frame: Frame
  private let demuxer: Demuxer
  private let codec: Codec
  private let packet: Packet
  private let stream: UnsafeMutablePointer<AVStream>
  private var isDrained = false
  /// A sought packet that must be looked at before it is decoded.
  private var isSought = false

  static func open(_ path: String) throws(Problem) -> FilmDecoder {
    let demuxer = try Demuxer.open(path)
    let stream = try FilmDecoder.pictures(of: demuxer, path)
    let parameters = stream.pointee.codecpar.pointee
    guard let decoder = FilmDecoder.decoder(for: parameters, stream) else {
      let name = String(cString: avcodec_get_name(parameters.codec_id))
      throw Problem(.badInput, "can't read \(path): there is no decoder for \(name)")
    }
    let base = stream.pointee.time_base
    let codec = try Codec.open(decoder, blame: path) { context in
      avcodec_parameters_to_context(&context, stream.pointee.codecpar)
      context.pkt_timebase = base
      context.max_pixels = Int64(PictureLimits.pixels)
      context.flags |= AV_CODEC_FLAG_BITEXACT
      context.idct_algo = FF_IDCT_SIMPLE
    }
    return FilmDecoder(
      frame: try Frame.empty(), demuxer: demuxer, codec: codec, packet: try Packet.empty(), stream: stream)
  }

  /// The best stream of pictures; the cover of a song is none.
  static func pictures(
    of demuxer: borrowing Demuxer, _ path: String
  ) throws(Problem) -> UnsafeMutablePointer<AVStream> {
    guard let stream = demuxer.select(AVMEDIA_TYPE_VIDEO),
      stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
    else {
      throw Problem(.badInput, "there are no moving pictures in \(path)")
    }
    let size = PixelSize(
      width: Int(stream.pointee.codecpar.pointee.width), height: Int(stream.pointee.codecpar.pointee.height)
    )
    try checkSize(size, path)
    return stream
  }

  static func checkSize(_ size: PixelSize, _ path: String) throws(Problem) {
    do throws(PictureFault) {
      try PictureFault.checkLimits(size)
    } catch {
      switch error {
      case .tooLarge:
        throw Problem(
          .badInput, "\(path) is too large: its frames have \(size) pixels",
          hints: "at most \(PictureLimits.side) a side and \(PictureLimits.pixels >> 20) million together")
      default: throw Problem(.badInput, "can't read \(path): its frames have \(size) pixels")
      }
    }
  }

  /// FFmpeg's own decoders of VP8 and VP9 leave alpha out; libvpx's don't.
  private static func decoder(
    for parameters: AVCodecParameters, _ stream: UnsafeMutablePointer<AVStream>
  ) -> UnsafePointer<AVCodec>? {
    let hasAlpha = av_dict_get(stream.pointee.metadata, "alpha_mode", nil, 0) != nil
    if hasAlpha {
      let name = parameters.codec_id == AV_CODEC_ID_VP8 ? "libvpx" : "libvpx-vp9"
      let isVPX = parameters.codec_id == AV_CODEC_ID_VP8 || parameters.codec_id == AV_CODEC_ID_VP9
      if isVPX, let decoder = avcodec_find_decoder_by_name(name) { return decoder }
    }
    return avcodec_find_decoder(parameters.codec_id)
  }

  private init(
    frame: consuming Frame, demuxer: consuming Demuxer, codec: consuming Codec, packet: consuming Packet,
    stream: UnsafeMutablePointer<AVStream>
  ) {
    self.frame = frame
    self.demuxer = demuxer
    self.codec = codec
    self.packet = packet
    self.stream = stream
  }

  /// What decoding takes, once a frame was given.
  var weight: DecoderWeight { DecoderWeight(codec.raw.pointee, frame.raw.pointee) }

  /// Goes to a packet of the index; false if the file can't, and decoding must begin anew.
  /// `av_seek_frame`.
  mutating func seek(to number: Int, in index: PacketIndex) -> Bool {
    let target = index.packets[number]
    let format = demuxer.formatName
    let code: Int32
    if format == "mpegts" || format == "mpeg" {
      guard target.position >= 0 else { return false }
      code = av_seek_frame(demuxer.raw, stream.pointee.index, target.position, AVSEEK_FLAG_BYTE)
    } else {
      let time = format.hasPrefix("mov") ? target.decodeTime : target.time
      code = av_seek_frame(demuxer.raw, stream.pointee.index, time, AVSEEK_FLAG_BACKWARD)
    }
    guard code >= 0 else { return false }
    avcodec_flush_buffers(codec.raw)
    isDrained = false
    // Where it really went is told by the first packet: it mustn't lie behind the one that was meant.
    repeat {
      packet.clear()
      guard demuxer.read(packet) == .ready else { return false }
    } while packet.raw.pointee.stream_index != stream.pointee.index || packet.raw.pointee.size == 0
    guard let found = index.number(of: packet.raw.pointee), found <= number else { return false }
    isSought = true
    return true
  }

  /// Decodes on until `frame` has the next picture; false at the end. Packets that make no sense are
  /// passed over.
  mutating func next() throws(Problem) -> Bool {
    while true {
      try Interruption.check()
      switch codec.receive(frame) {
      case .ready: return true
      case .finished: return false
      case .hungry: feed()
      case .failed(let code):
        if libretto_errno(code) == ENOMEM { throw Libav.noMemory }
        if isDrained { return false }
      }
    }
  }

  private mutating func feed() {
    if isSought {
      isSought = false
      _ = codec.send(packet.raw)
      return
    }
    packet.clear()
    switch demuxer.read(packet) {
    case .ready:
      if packet.raw.pointee.stream_index == stream.pointee.index { _ = codec.send(packet.raw) }
    case .hungry: return
    case .finished, .failed:
      isDrained = true
      _ = codec.send(nil as UnsafePointer<AVPacket>?)
    }
  }
}

internal import CEngine
internal import Primitives

extension FilmFrames.Look {
  /// After the first frame of a film, and what its file says of the stream.
  init(_ frame: borrowing Frame, _ streams: ClipStreams, _ path: String) throws(Problem) {
    let raw = frame.raw.pointee
    let stored = PixelSize(width: Int(raw.width), height: Int(raw.height))
    size = streams.square(stored, raw.sample_aspect_ratio)
    orientation = streams.orientation
    try FilmDecoder.checkSize(size, path)
    // Films that don't say: small ones are in the old matrix, and pictures that move have JPEG's.
    let isMotionJPEG = streams.coding == "mjpeg"
    matrix = Int((stored.height <= 576 || isMotionJPEG ? AVCOL_SPC_SMPTE170M : AVCOL_SPC_BT709).rawValue)
    isFull = isMotionJPEG
    // Old transfer curves are left alone: screens show all films of standard range with one curve.
    let curve = Int(raw.color_trc.rawValue)
    color = ColorReading(
      primaries: Int(raw.color_primaries.rawValue), transfer: curve == 16 || curve == 18 ? curve : 13)
  }

  /// What is seen of a decoded frame: progressive, with square pixels, upright, in sRGB.
  func bitmap(of frame: UnsafeMutablePointer<AVFrame>, _ path: String) throws(Problem) -> Bitmap {
    do throws(PictureFault) {
      return try Scaler.fit(developed(frame), to: size).turned(orientation)
    } catch {
      switch error {
      case .failed(let problem): throw problem
      case .unsupported(let words): throw Problem(.badInput, "can't read \(path): \(words)")
      default: throw Problem(.badInput, "can't read \(path): a frame of it can't be shown")
      }
    }
  }

  private func developed(_ frame: UnsafeMutablePointer<AVFrame>) throws(PictureFault) -> Bitmap {
    guard frame.pointee.interlaced_frame != 0 else {
      return try Development.bitmap(frame, matrix: matrix, isFull: isFull, color: color)
    }
    let whole = try FilmFrames.Look.progressive(frame)
    return try Development.bitmap(whole, matrix: matrix, isFull: isFull, color: color)
  }

  /// A copy without combs: the frame itself is shared with the decoder, which may still look at it.
  private static func progressive(_ frame: UnsafeMutablePointer<AVFrame>) throws(PictureFault) -> Frame {
    guard let raw = av_frame_alloc() else { throw .failed(Libav.noMemory) }
    let copy = Frame(adopting: raw)
    guard av_frame_ref(raw, frame) >= 0, av_frame_make_writable(raw) >= 0 else {
      throw .failed(Libav.noMemory)
    }
    libretto_weave(raw)
    return copy
  }
}

/// What a file says of its stream of pictures and of its sound.
struct ClipStreams {
  let coding: String
  let orientation: Orientation
  let soundDelay: Time?
  private let aspect: AVRational

  init(_ demuxer: borrowing Demuxer, _ stream: UnsafeMutablePointer<AVStream>, _ packets: PacketIndex) {
    coding = String(cString: avcodec_get_name(stream.pointee.codecpar.pointee.codec_id))
    orientation = ClipStreams.orientation(libretto_display_matrix(stream))
    aspect = stream.pointee.sample_aspect_ratio
    soundDelay = ClipStreams.soundDelay(demuxer, stream, packets)
  }

  private static func soundDelay(
    _ demuxer: borrowing Demuxer, _ stream: UnsafeMutablePointer<AVStream>, _ packets: PacketIndex
  ) -> Time? {
    let number = av_find_best_stream(demuxer.raw, AVMEDIA_TYPE_AUDIO, -1, stream.pointee.index, nil, 0)
    guard number >= 0, let sound = libretto_stream(demuxer.raw, number) else { return nil }
    guard packets.isTimed, let first = packets.times.first, sound.pointee.start_time != libretto_no_time
    else {
      return .zero
    }
    func time(_ ticks: Int64, _ base: AVRational) -> Time {
      let scaled = Int128(ticks) * Int128(base.num) * Int128(Time.ticksPerSecond) / Int128(max(1, base.den))
      return Time(ticks: Int64(clamping: scaled))
    }
    let start = time(sound.pointee.start_time, sound.pointee.time_base)
    let format = demuxer.formatName
    var decoded = start
    // Where an edit list begins with nothing, that nothing is decoded as silence.
    if format.hasPrefix("mov") { decoded = min(.zero, start) }
    // Matroska counts from the samples that only warm the decoder up, and that nobody hears.
    let coding = sound.pointee.codecpar.pointee
    if format.hasPrefix("matroska"), coding.initial_padding > 0 {
      decoded += time(Int64(coding.initial_padding), AVRational(num: 1, den: max(1, coding.sample_rate)))
    }
    return decoded - time(first, stream.pointee.time_base)
  }

  /// The size with square pixels: rows stay, and are made longer or shorter. A frame's own word counts
  /// before the file's.
  func square(_ stored: PixelSize, _ own: AVRational) -> PixelSize {
    let ratio = aspect.num > 0 && aspect.den > 0 ? aspect : own
    guard ratio.num > 0, ratio.den > 0 else { return stored }
    let value = Double(ratio.num) / Double(ratio.den)
    guard (0.05...20).contains(value) else { return stored }
    return PixelSize(width: max(1, Int((Double(stored.width) * value).rounded())), height: stored.height)
  }

  /// Quarter turns and mirrors, as EXIF counts them; other angles are left alone.
  private static func orientation(_ matrix: UnsafePointer<Int32>?) -> Orientation {
    guard let matrix else { return .upright }
    let (a, b, c, d) = (Int(matrix[0]), Int(matrix[1]), Int(matrix[3]), Int(matrix[4]))
    if abs(a) + abs(d) >= abs(b) + abs(c) {
      return Orientation(a >= 0 ? (d >= 0 ? 1 : 4) : (d >= 0 ? 2 : 3))
    }
    return Orientation(b >= 0 ? (c >= 0 ? 5 : 6) : (c >= 0 ? 8 : 7))
  }
}

extension ClipFacts {
  init(
    _ index: ClipIndex, _ streams: ClipStreams, _ look: FilmFrames.Look, _ frame: borrowing Frame,
    digest: Fingerprint
  ) {
    let raw = frame.raw.pointee
    let format = av_pix_fmt_desc_get(AVPixelFormat(raw.format))
    // Times in Matroska are rounded to milliseconds; elsewhere they are finer.
    let grain = Time(ticks: Time.ticksPerSecond / 1000)
    let rate = index.rate(grain: grain)
    self.init(
      size: look.orientation.display(look.size), index: index.settled(at: rate, grain: grain), rate: rate,
      isVariable: index.isVariable(grain: grain),
      hasAlpha: format.map { $0.pointee.flags & UInt64(AV_PIX_FMT_FLAG_ALPHA) != 0 } ?? false,
      digest: digest)
    isInterlaced = raw.interlaced_frame != 0
    soundDelay = streams.soundDelay
    coding = streams.coding
    depth = format.map { Int($0.pointee.comp.0.depth) } ?? 8
    let space = raw.colorspace == AVCOL_SPC_UNSPECIFIED ? look.matrix : Int(raw.colorspace.rawValue)
    let isRGB = format.map { $0.pointee.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0 } ?? false
    let matrix = [1: "BT.709", 5: "BT.601", 6: "BT.601", 7: "SMPTE 240M", 9: "BT.2020", 10: "BT.2020"][
      space]
    let isFull = raw.color_range == AVCOL_RANGE_JPEG || look.isFull
    var words = isRGB ? ["RGB"] : [matrix ?? "BT.709", isFull ? "full range" : "limited range"]
    if look.color.name != "sRGB" { words.append(look.color.name) }
    color = words.joined(separator: ", ")
  }
}

internal import CEngine
package import Primitives

/// Makes picture files of BGRA pixels.
package enum PictureWriter {
  /// A PNG: RGB if all pixels are opaque, else RGBA with straight alpha. Made for speed: a little
  /// larger than it could be.
  package static func png(_ pixels: Span<UInt32>, size: PixelSize) throws(Problem) -> [UInt8] {
    try checkSize(pixels, size)
    let isOpaque = pixels.withUnsafeBufferPointer { libretto_is_opaque($0.baseAddress, $0.count) }
    let frame = try Frame.picture(size, format: isOpaque ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_RGBA)
    eachRow(pixels, size) { row, line in
      let out = frame.raw.pointee.data.0.map { $0 + row * Int(frame.raw.pointee.linesize.0) }
      if isOpaque {
        libretto_row_to_rgb(line, Int32(size.width), out)
      } else {
        libretto_row_to_rgba(line, Int32(size.width), out)
      }
    }
    // Measured on a 1080p photograph: "up" at level 1 takes 50 ms for 1.9 MB; "mixed" 90 ms for the same.
    return try encoded(frame, AV_CODEC_ID_PNG, options: ["pred": "up"]) { $0.compression_level = 1 }
  }

  /// A JPEG with full color resolution. Alpha is left out.
  ///
  /// - Parameter coarseness: 2, the best quality that is still small, to 31.
  package static func jpeg(
    _ pixels: Span<UInt32>, size: PixelSize, coarseness: Int32 = 2
  ) throws(Problem) -> [UInt8] {
    try checkSize(pixels, size)
    let quality = max(2, min(31, coarseness)) * FF_QP2LAMBDA
    let frame = try Frame.picture(size, format: AV_PIX_FMT_YUVJ444P)
    frame.raw.pointee.quality = quality
    eachRow(pixels, size) { row, line in
      let planes = frame.raw.pointee
      libretto_row_to_jpeg(
        line, Int32(size.width), planes.data.0.map { $0 + row * Int(planes.linesize.0) },
        planes.data.1.map { $0 + row * Int(planes.linesize.1) },
        planes.data.2.map { $0 + row * Int(planes.linesize.2) })
    }
    return try encoded(frame, AV_CODEC_ID_MJPEG) { context in
      context.flags |= AV_CODEC_FLAG_QSCALE
      context.global_quality = quality
      context.color_range = AVCOL_RANGE_JPEG
      context.dct_algo = FF_DCT_INT
    }
  }

  /// Says what is wrong with a size before anything is painted at it.
  package static func checkSize(_ size: PixelSize) throws(Problem) {
    do throws(PictureFault) { try PictureFault.checkLimits(size) } catch {
      throw Problem(
        .badInput, "can't make a picture of \(size) pixels",
        hints: "at most \(PictureLimits.side) a side and \(PictureLimits.pixels >> 20) million together",
        "make it smaller with --scale, or on a smaller canvas")
    }
  }

  private static func checkSize(_ pixels: Span<UInt32>, _ size: PixelSize) throws(Problem) {
    try checkSize(size)
    precondition(pixels.count == size.width * size.height, "a picture has as many pixels as its size says")
  }

  private static func eachRow(
    _ pixels: Span<UInt32>, _ size: PixelSize, _ body: (Int, UnsafePointer<UInt32>) -> Void
  ) {
    pixels.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      for row in 0..<size.height { body(row, start + row * size.width) }
    }
  }

  private static func encoded(
    _ frame: borrowing Frame, _ id: AVCodecID, options: KeyValuePairs<String, String> = [:],
    configure: (inout AVCodecContext) -> Void
  ) throws(Problem) -> [UInt8] {
    guard let encoder = avcodec_find_encoder(id) else {
      throw Problem(.unavailable, "libavcodec can't write this kind of picture")
    }
    Libav.begin()
    let format = AVPixelFormat(rawValue: frame.raw.pointee.format)
    let (width, height) = (frame.raw.pointee.width, frame.raw.pointee.height)
    let codec = try Codec.open(encoder, options: options) { context in
      (context.width, context.height, context.pix_fmt) = (width, height, format)
      context.time_base = AVRational(num: 1, den: 25)
      context.flags |= AV_CODEC_FLAG_BITEXACT
      configure(&context)
    }
    frame.raw.pointee.pts = 0
    let packet = try Packet.empty()
    guard codec.send(frame.raw) == .ready, codec.send(nil as UnsafePointer<AVFrame>?) == .ready,
      codec.receive(packet) == .ready
    else {
      throw Problem(.bug, "libavcodec can't write this picture: \(Libav.firstError ?? "no reason given")")
    }
    return packet.bytes
  }
}

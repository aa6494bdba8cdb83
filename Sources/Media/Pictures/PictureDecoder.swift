internal import CEngine
internal import Primitives

/// Decodes one picture with libavcodec.
enum PictureDecoder {
  enum Coding { case png, jpeg }

  /// `size` is what the header promised, before turning.
  static func decode(
    _ coding: Coding, _ bytes: [UInt8], size: PixelSize, turned: Orientation
  ) throws(PictureFault) -> Bitmap {
    let frame = try decodedFrame(coding, bytes)
    guard Int(frame.raw.pointee.width) == size.width, Int(frame.raw.pointee.height) == size.height else {
      throw .damaged("its size isn't what its header says")
    }
    guard frame.raw.pointee.decode_error_flags == 0 else {
      throw .damaged("some of its pixels can't be decoded")
    }
    var pixels = [UInt32](repeating: 0, count: size.width * size.height)
    let isConverted = pixels.withUnsafeMutableBufferPointer { buffer in
      libretto_frame_to_bgra(frame.raw, buffer.baseAddress)
    }
    if !isConverted { try YUVConverter.convert(frame, size, into: &pixels) }
    return upright(pixels, size, turned)
  }

  private static func decodedFrame(_ coding: Coding, _ bytes: [UInt8]) throws(PictureFault) -> Frame {
    do throws(Problem) {
      return try strictlyDecoded(coding, bytes)
    } catch {
      throw error.kind == .badInput ? .damaged(error.message) : .failed(error)
    }
  }

  private static func strictlyDecoded(_ coding: Coding, _ bytes: [UInt8]) throws(Problem) -> Frame {
    let id = coding == .png ? AV_CODEC_ID_PNG : AV_CODEC_ID_MJPEG
    guard let decoder = avcodec_find_decoder(id) else {
      throw Problem(.unavailable, "libavcodec has no \(coding == .png ? "PNG" : "JPEG") decoder")
    }
    Libav.begin()
    let codec = try Codec.open(decoder) { context in
      context.max_pixels = Int64(PictureLimits.pixels)
      context.err_recognition = AV_EF_EXPLODE | AV_EF_BITSTREAM | AV_EF_BUFFER
      context.flags |= AV_CODEC_FLAG_BITEXACT
      context.idct_algo = FF_IDCT_SIMPLE
    }
    let packet = try Packet.holding(bytes)
    let frame = try Frame.empty()
    _ = codec.send(packet.raw)
    _ = codec.send(nil as UnsafePointer<AVPacket>?)
    let answer = codec.receive(frame)
    // The decoders patch what is missing and only log it. A picture with a line in the log isn't whole.
    if let line = Libav.firstError { throw Problem(.badInput, line) }
    guard answer == .ready else { throw Problem(.badInput, "its pixels can't be decoded") }
    return frame
  }

  private static func upright(_ pixels: [UInt32], _ size: PixelSize, _ turned: Orientation) -> Bitmap {
    let isOpaque = pixels.withUnsafeBufferPointer { libretto_is_opaque($0.baseAddress, $0.count) }
    guard turned != .upright else { return Bitmap(size: size, pixels: pixels, isOpaque: isOpaque) }
    var result = [UInt32](repeating: 0, count: pixels.count)
    pixels.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { to in
        libretto_orient(
          from.baseAddress, Int32(size.width), Int32(size.height), Int32(turned.number), to.baseAddress)
      }
    }
    return Bitmap(size: turned.display(size), pixels: result, isOpaque: isOpaque)
  }
}

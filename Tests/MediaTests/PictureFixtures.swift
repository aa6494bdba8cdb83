import CEngine
import Primitives
import Testing

@testable import Media

/// Picture files made with the encoders of libavcodec and libheif.
enum PictureFixture {
  /// Sixteen colors in stripes that every encoder keeps well, opaque.
  static let size = PixelSize(width: 64, height: 32)
  static let stripes: [UInt32] = (0..<size.width * size.height).map { index in
    let block = UInt32(index % size.width / 8)
    let row = UInt32(index / size.width / 16)
    return 0xFF00_0000 | (block * 36) << 16 | (row * 255) << 8 | (255 - block * 36)
  }

  /// A file of one picture in a codec's own format.
  static func file(
    _ encoder: String, _ layout: String, _ options: [(String, String)] = [], pixels: [UInt32] = stripes,
    size: PixelSize = size
  ) throws -> [UInt8] {
    Libav.begin()
    let codec = try #require(avcodec_find_encoder_by_name(encoder))
    let format = av_get_pix_fmt(layout)
    let opened = try Codec.open(codec) { context in
      (context.width, context.height) = (Int32(size.width), Int32(size.height))
      (context.pix_fmt, context.time_base) = (format, AVRational(num: 1, den: 25))
      for (key, value) in options { av_opt_set(context.priv_data, key, value, 0) }
    }
    let frame = try frame(pixels, size, format)
    let packet = try Packet.empty()
    try #require(opened.send(UnsafePointer(frame.raw)) == .ready)
    _ = opened.send(nil as UnsafePointer<AVFrame>?)
    try #require(opened.receive(packet) == .ready)
    return packet.bytes
  }

  /// Pixels in any layout, by libswscale.
  static func frame(_ pixels: [UInt32], _ size: PixelSize, _ format: AVPixelFormat) throws -> Frame {
    let frame = try Frame.picture(size, format: format)
    let (width, height) = (Int32(size.width), Int32(size.height))
    let context = sws_getContext(
      width, height, AV_PIX_FMT_BGRA, width, height, format, SWS_POINT | SWS_ACCURATE_RND, nil, nil, nil)
    defer { sws_freeContext(context) }
    let planes = frame.raw.pointee
    pixels.withUnsafeBytes { source in
      let from = [source.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil, nil]
      let to = [planes.data.0, planes.data.1, planes.data.2, planes.data.3]
      let strides = [planes.linesize.0, planes.linesize.1, planes.linesize.2, planes.linesize.3]
      sws_scale(context, from, [width * 4, 0, 0, 0], 0, height, to, strides)
    }
    frame.raw.pointee.pts = 0
    return frame
  }

  /// A HEIC or AVIF file; nil where libheif was built without the encoder.
  static func heif(_ compression: heif_compression_format) throws -> [UInt8]? {
    let context = heif_context_alloc()
    defer { heif_context_free(context) }
    var encoder: OpaquePointer?
    guard heif_context_get_encoder_for_format(context, compression, &encoder).code == heif_error_Ok else {
      return nil
    }
    defer { heif_encoder_release(encoder) }
    heif_encoder_set_lossy_quality(encoder, 95)
    var image: OpaquePointer?
    heif_image_create(
      Int32(size.width), Int32(size.height), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image)
    defer { heif_image_release(image) }
    heif_image_add_plane(image, heif_channel_interleaved, Int32(size.width), Int32(size.height), 8)
    var stride: Int32 = 0
    let plane = try #require(heif_image_get_plane(image, heif_channel_interleaved, &stride))
    for (index, pixel) in stripes.enumerated() {
      let at = index / size.width * Int(stride) + index % size.width * 3
      plane[at] = UInt8(pixel >> 16 & 255)
      plane[at + 1] = UInt8(pixel >> 8 & 255)
      plane[at + 2] = UInt8(pixel & 255)
    }
    try #require(heif_context_encode_image(context, image, encoder, nil, nil).code == heif_error_Ok)
    let collected = Collected()
    var writer = heif_writer(writer_api_version: 1) { _, data, count, target in
      let bytes = UnsafeRawBufferPointer(start: data, count: count)
      if let target { Unmanaged<Collected>.fromOpaque(target).takeUnretainedValue().bytes += Array(bytes) }
      return heif_error(code: heif_error_Ok, subcode: heif_suberror_Unspecified, message: nil)
    }
    let answer = heif_context_write(context, &writer, Unmanaged.passUnretained(collected).toOpaque())
    try #require(answer.code == heif_error_Ok)
    return collected.bytes
  }

  private final class Collected { var bytes: [UInt8] = [] }

  /// A GIF with frames of one color each, their times in hundredths, and where each one lies.
  static func gif(
    _ frames: [(color: UInt8, hundredths: UInt8, left: UInt8, width: UInt8, disposal: UInt8)]
  ) -> [UInt8] {
    // A palette of four: black, red, green, blue. Codes of three bits, each color sent after a clear.
    var bytes = Array("GIF89a".utf8) + [4, 0, 1, 0, 0x91, 0, 0]
    bytes += [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]
    for frame in frames {
      bytes += [0x21, 0xF9, 4, frame.disposal << 2, frame.hundredths, 0, 0, 0]
      bytes += [0x2C, frame.left, 0, 0, 0, frame.width, 0, 1, 0, 0, 2]
      var (buffer, held) = (UInt32(0), UInt32(0))
      var packed: [UInt8] = []
      let codes: [UInt32] = (0..<Int(frame.width) * 2).map { $0 & 1 == 0 ? 4 : UInt32(frame.color) } + [5]
      for code in codes {
        buffer |= code << held
        held += 3
        while held >= 8 {
          packed.append(UInt8(buffer & 255))
          buffer >>= 8
          held -= 8
        }
      }
      if held > 0 { packed.append(UInt8(buffer & 255)) }
      bytes += [UInt8(packed.count)] + packed + [0]
    }
    return bytes + [0x3B]
  }

  /// The largest difference of any channel of any pixel.
  static func distance(_ one: [UInt32], _ other: [UInt32]) -> Int {
    guard one.count == other.count else { return 256 }
    var worst = 0
    for (a, b) in zip(one, other) {
      for shift: UInt32 in [0, 8, 16, 24] {
        worst = max(worst, abs(Int(a >> shift & 255) - Int(b >> shift & 255)))
      }
    }
    return worst
  }
}

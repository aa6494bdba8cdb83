internal import CEngine
internal import Primitives

/// The primary picture of a HEIC or AVIF file, read by libheif. It is upright already.
struct HEIFLayout: PictureLayout {
  let name: String
  let size: PixelSize
  let hasAlpha: Bool
  let depth: Int
  let color: String

  init(_ bytes: [UInt8]) throws(PictureFault) {
    name = ByteView(bytes.prefix(256)).find("avi") != nil ? "AVIF" : "HEIC"
    (size, hasAlpha, depth, color) = try HEIFLayout.opened(bytes) { handle throws(PictureFault) in
      (
        PixelSize(
          width: Int(heif_image_handle_get_width(handle)), height: Int(heif_image_handle_get_height(handle))
        ),
        heif_image_handle_has_alpha_channel(handle) != 0,
        Int(heif_image_handle_get_luma_bits_per_pixel(handle)), HEIFLayout.reading(handle).name
      )
    }
  }

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    try HEIFLayout.opened(bytes) { handle throws(PictureFault) in
      var image: OpaquePointer?
      let options = heif_decoding_options_alloc()
      defer { heif_decoding_options_free(options) }
      options?.pointee.strict_decoding = 1
      let answer = heif_decode_image(
        handle, &image, heif_colorspace_undefined, heif_chroma_undefined, options)
      guard answer.code == heif_error_Ok, let image else { throw HEIFLayout.fault(answer) }
      defer { heif_image_release(image) }
      return try HEIFPlanes(image).bitmap(size, HEIFLayout.reading(handle), codes(of: handle))
    }
  }

  /// What the file says by code points of H.273: matrix and range.
  private func codes(of handle: OpaquePointer) -> (matrix: Int, isFull: Bool)? {
    var profile: UnsafeMutablePointer<heif_color_profile_nclx>?
    guard heif_image_handle_get_nclx_color_profile(handle, &profile).code == heif_error_Ok, let profile
    else {
      return nil
    }
    defer { heif_nclx_color_profile_free(profile) }
    return (Int(profile.pointee.matrix_coefficients.rawValue), profile.pointee.full_range_flag != 0)
  }

  private static func reading(_ handle: OpaquePointer) -> ColorReading {
    let count = heif_image_handle_get_raw_color_profile_size(handle)
    if count > 0, count < 64 << 20 {
      var bytes = [UInt8](repeating: 0, count: count)
      if heif_image_handle_get_raw_color_profile(handle, &bytes).code == heif_error_Ok {
        return ColorReading(profile: bytes[...], inks: 3)
      }
    }
    var profile: UnsafeMutablePointer<heif_color_profile_nclx>?
    guard heif_image_handle_get_nclx_color_profile(handle, &profile).code == heif_error_Ok, let profile
    else {
      return .sRGB
    }
    defer { heif_nclx_color_profile_free(profile) }
    return ColorReading(
      primaries: Int(profile.pointee.color_primaries.rawValue),
      transfer: Int(profile.pointee.transfer_characteristics.rawValue))
  }

  private static func fault(_ answer: heif_error) -> PictureFault {
    let words = answer.message.map { String(cString: $0) } ?? "it can't be read"
    let text = words.prefix(1).lowercased() + words.dropFirst()
    let isForeign =
      answer.code == heif_error_Unsupported_feature || answer.code == heif_error_Unsupported_filetype
    return isForeign ? .unsupported(text) : .damaged(text)
  }

  private static func opened<Result>(
    _ bytes: [UInt8], _ body: (OpaquePointer) throws(PictureFault) -> Result
  ) throws(PictureFault) -> Result {
    try bytes.withUnsafeBufferPointer { source throws(PictureFault) in
      guard let context = heif_context_alloc() else { throw .failed(Libav.noMemory) }
      defer { heif_context_free(context) }
      heif_context_set_max_decoding_threads(context, 0)
      let answer = heif_context_read_from_memory_without_copy(
        context, source.baseAddress, source.count, nil)
      guard answer.code == heif_error_Ok else { throw fault(answer) }
      var handle: OpaquePointer?
      let found = heif_context_get_primary_image_handle(context, &handle)
      guard found.code == heif_error_Ok, let handle else { throw fault(found) }
      defer { heif_image_handle_release(handle) }
      return try body(handle)
    }
  }
}

/// A decoded picture of libheif's, looked at as a frame of libav's.
private struct HEIFPlanes {
  private let image: OpaquePointer
  init(_ image: OpaquePointer) { self.image = image }

  func bitmap(
    _ size: PixelSize, _ color: ColorReading, _ codes: (matrix: Int, isFull: Bool)?
  ) throws(PictureFault) -> Bitmap {
    let space = heif_image_get_colorspace(image)
    let channels =
      space == heif_colorspace_RGB
      ? [heif_channel_G, heif_channel_B, heif_channel_R]
      : space == heif_colorspace_monochrome
        ? [heif_channel_Y] : [heif_channel_Y, heif_channel_Cb, heif_channel_Cr]
    let frame = try frame(channels, size)
    let isVeiled = heif_image_has_channel(image, heif_channel_Alpha) != 0
    let alpha = isVeiled ? try self.frame([heif_channel_Alpha], size) : nil
    // JPEG's matrix and range are what files without a word mean.
    let (matrix, isFull) = codes ?? (Int(AVCOL_SPC_SMPTE170M.rawValue), true)
    return try withExtendedLifetime((frame, alpha)) { () throws(PictureFault) in
      try Development.bitmap(frame.raw, matrix: matrix, isFull: isFull, color: color, alpha: alpha?.raw)
    }
  }

  /// A frame whose planes are libheif's own; it owns none of them.
  private func frame(
    _ channels: [heif_channel], _ size: PixelSize
  ) throws(PictureFault) -> BorrowedFrame {
    let depth = Int(heif_image_get_bits_per_pixel_range(image, channels[0]))
    guard channels.allSatisfy({ Int(heif_image_get_bits_per_pixel_range(image, $0)) == depth }),
      Int(heif_image_get_width(image, channels[0])) == size.width,
      Int(heif_image_get_height(image, channels[0])) == size.height
    else { throw .damaged("its planes don't fit together") }
    guard let format = HEIFPlanes.format(channels, depth, heif_image_get_chroma_format(image)) else {
      throw .unsupported("it has \(depth) bits in an unusual layout")
    }
    guard let borrowed = BorrowedFrame() else { throw .failed(Libav.noMemory) }
    let frame = borrowed.raw
    (frame.pointee.width, frame.pointee.height) = (Int32(size.width), Int32(size.height))
    frame.pointee.format = format.rawValue
    for (index, channel) in channels.enumerated() {
      var stride: Int32 = 0
      let plane = UnsafeMutablePointer(mutating: heif_image_get_plane_readonly(image, channel, &stride))
      libretto_set_plane(frame, Int32(index), plane, stride)
    }
    return borrowed
  }

  private static func format(_ channels: [heif_channel], _ depth: Int, _ chroma: heif_chroma)
    -> AVPixelFormat?
  {
    let family =
      channels.count == 1
      ? "gray"
      : channels[0] == heif_channel_G
        ? "gbrp" : chroma == heif_chroma_420 ? "yuv420p" : chroma == heif_chroma_422 ? "yuv422p" : "yuv444p"
    let name = depth == 8 ? family : "\(family)\(depth)le"
    let format = av_get_pix_fmt(name)
    return format == AV_PIX_FMT_NONE ? nil : format
  }
}

/// An `AVFrame` that lends itself to planes it doesn't own.
private final class BorrowedFrame {
  let raw: UnsafeMutablePointer<AVFrame>

  init?() {
    guard let raw = av_frame_alloc() else { return nil }
    self.raw = raw
  }

  deinit {
    var raw: UnsafeMutablePointer<AVFrame>? = raw
    av_frame_free(&raw)
  }
}

internal import CEngine
internal import Primitives

/// Turns the planes of a JPEG into BGRA with libswscale.
enum YUVConverter {
  /// JPEG is always BT.601 in full range, whatever its frame says; its chroma lies between the pixels,
  /// which is what `sws_init_context` takes for granted.
  static func convert(_ frame: borrowing Frame, _ size: PixelSize, into pixels: inout [UInt32])
    throws(PictureFault)
  {
    let (width, height) = (Int32(size.width), Int32(size.height))
    let format = AVPixelFormat(rawValue: frame.raw.pointee.format)
    guard sws_isSupportedInput(format) != 0 else { throw .unsupported("its pixels have an unusual layout") }
    let flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP
    var context: OpaquePointer?
    let code = PinnedProcessor.whileOpening {
      context = sws_getContext(width, height, format, width, height, AV_PIX_FMT_BGRA, flags, nil, nil, nil)
      let table = sws_getCoefficients(SWS_CS_ITU601)
      return context == nil
        ? -1 : sws_setColorspaceDetails(context, table, 1, table, 1, 0, 1 << 16, 1 << 16)
    }
    defer { sws_freeContext(context) }
    guard code >= 0 else { throw .failed(Libav.noMemory) }
    let source = frame.raw.pointee
    let rows = pixels.withUnsafeMutableBytes { buffer -> Int32 in
      let planes: [UnsafePointer<UInt8>?] = [
        UnsafePointer(source.data.0), UnsafePointer(source.data.1), UnsafePointer(source.data.2),
        UnsafePointer(source.data.3),
      ]
      let strides = [source.linesize.0, source.linesize.1, source.linesize.2, source.linesize.3]
      let target = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let result = [target, nil, nil, nil]
      return sws_scale(context, planes, strides, 0, height, result, [width * 4, 0, 0, 0])
    }
    guard rows == height else {
      throw .failed(Problem(.bug, "libswscale converted \(rows) rows of \(height)"))
    }
    pixels.withUnsafeMutableBufferPointer { libretto_make_opaque($0.baseAddress, $0.count) }
  }
}

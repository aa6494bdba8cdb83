internal import CEngine
internal import Primitives

/// Makes a bitmap of another size, for frames whose pixels aren't square.
enum Scaler {
  /// `sws_scale` with a bicubic filter, in plain C.
  static func fit(_ bitmap: Bitmap, to size: PixelSize) throws(PictureFault) -> Bitmap {
    guard bitmap.size != size else { return bitmap }
    let (from, to) = (bitmap.size, size)
    let flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP
    var context: OpaquePointer?
    let code = PinnedProcessor.whileOpening {
      context = sws_getContext(
        Int32(from.width), Int32(from.height), AV_PIX_FMT_BGRA, Int32(to.width), Int32(to.height),
        AV_PIX_FMT_BGRA, flags, nil, nil, nil)
      return context == nil ? -1 : 0
    }
    defer { sws_freeContext(context) }
    guard code >= 0 else { throw .failed(Libav.noMemory) }
    var pixels = [UInt32](repeating: 0, count: to.width * to.height)
    let rows = pixels.withUnsafeMutableBytes { target -> Int32 in
      bitmap.pixels.withUnsafeBytes { source -> Int32 in
        let planes = [source.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil, nil]
        let result = [target.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil, nil]
        return sws_scale(
          context, planes, [Int32(from.width * 4), 0, 0, 0], 0, Int32(from.height), result,
          [Int32(to.width * 4), 0, 0, 0])
      }
    }
    guard rows == Int32(to.height) else {
      throw .failed(Problem(.bug, "libswscale made \(rows) rows of \(to.height)"))
    }
    if bitmap.isOpaque {
      pixels.withUnsafeMutableBufferPointer { libretto_make_opaque($0.baseAddress, $0.count) }
    }
    return Bitmap(size: to, pixels: pixels)
  }
}

internal import CEngine
internal import Primitives

/// Where everything is in a WebP file. Made by walking its chunks.
struct WebPLayout: PictureLayout {
  private(set) var size = PixelSize(width: 0, height: 0)
  private(set) var orientation = Orientation.upright
  private(set) var hasAlpha = false
  private(set) var frameLengths: [Time] = []
  private(set) var playCount: Int? = 1
  private var profile: ArraySlice<UInt8>?
  private var isLossless = false
  private var isAnimated = false

  let depth = 8
  var name: String { isAnimated ? "animated WebP" : isLossless ? "lossless WebP" : "WebP" }
  var color: String { ColorReading(profile: profile, inks: 3).name }

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let view = ByteView(bytes[...])
    guard let length = view.little32(4), length >= 4 else { throw .damaged("it has no length") }
    guard length + 8 <= view.count + 1 else { throw .cutShort }
    let end = min(view.count, length + 8)
    var position = 12
    var hasPixels = false
    while position + 8 <= end, let name = view.slice(position, 4), let count = view.little32(position + 4) {
      guard let content = view.slice(position + 8, count) else { throw .cutShort }
      let chunk = ByteView(content)
      switch String(decoding: name, as: UTF8.self) {
      case "VP8X": try readHeader(chunk)
      case "VP8 ":
        hasPixels = true
        try readLossy(chunk)
      case "VP8L":
        hasPixels = true
        try readLossless(chunk)
      case "ALPH": hasAlpha = true
      case "ANIM":
        let count = chunk.little16(4) ?? 1
        playCount = count == 0 ? nil : count
      case "ANMF":
        hasPixels = true
        frameLengths.append(Time(ticks: Int64(chunk.little24(12) ?? 0) * Time.ticksPerSecond / 1000))
        try PictureFault.checkFrames(frameLengths.count, of: size)
      case "ICCP": profile = content
      case "EXIF":
        // Some programs write the marker that JPEG has in front.
        orientation = Orientation(exif: chunk.holds("Exif\0\0", at: 0) ? content.dropFirst(6) : content)
      default: break
      }
      position += 8 + count + (count & 1)
    }
    guard hasPixels else { throw position >= end ? .damaged("it has no pixels") : .cutShort }
  }

  private mutating func readHeader(_ chunk: ByteView) throws(PictureFault) {
    guard let flags = chunk.byte(0), let width = chunk.little24(4), let height = chunk.little24(7) else {
      throw .cutShort
    }
    size = PixelSize(width: width + 1, height: height + 1)
    hasAlpha = flags & 0x10 != 0
    isAnimated = flags & 0x02 != 0
    try PictureFault.checkLimits(size)
  }

  private mutating func readLossy(_ chunk: ByteView) throws(PictureFault) {
    guard size.width == 0 else { return }
    guard let width = chunk.little16(6), let height = chunk.little16(8), chunk.byte(3) == 0x9D else {
      throw .damaged("its header makes no sense")
    }
    size = PixelSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }

  private mutating func readLossless(_ chunk: ByteView) throws(PictureFault) {
    isLossless = true
    guard size.width == 0 else { return }
    guard chunk.byte(0) == 0x2F, let bits = chunk.little32(1) else {
      throw .damaged("its header makes no sense")
    }
    size = PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    hasAlpha = bits >> 28 & 1 != 0
  }

  /// libwebp: its vector code gives what its plain code gives. `WebPDecodeRGBAInto`.
  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    if isAnimated {
      guard let first = try frames(of: bytes).next() else { throw .damaged("it has no frames") }
      return first
    }
    var samples = Samples(size: size, inks: 3, hasAlpha: true)
    let isDecoded = bytes.withUnsafeBufferPointer { source in
      samples.bytes.withUnsafeMutableBufferPointer {
        WebPDecodeRGBAInto(
          source.baseAddress, source.count, $0.baseAddress, $0.count, Int32(size.width * 4)) != nil
      }
    }
    guard isDecoded else { throw .damaged("its pixels can't be decoded") }
    return samples.developed(ColorReading(profile: profile, inks: 3))
  }

  func frames(of bytes: [UInt8]) throws(PictureFault) -> any FramePlayer {
    guard isAnimated else { return LoneFrame(try bitmap(of: bytes, enlarged: 1)) }
    return try WebPPlayer(bytes, size, ColorReading(profile: profile, inks: 3), count: frameLengths.count)
  }
}

/// The frames of a WebP: the owner of a `WebPAnimDecoder` and of the bytes it reads.
private final class WebPPlayer: FramePlayer {
  private let decoder: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let size: PixelSize
  private let color: ColorReading
  private let count: Int
  private var number = 0

  init(_ source: [UInt8], _ size: PixelSize, _ color: ColorReading, count: Int) throws(PictureFault) {
    (self.size, self.color, self.count) = (size, color, count)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
    _ = copy.initialize(from: source)
    var options = WebPAnimDecoderOptions()
    WebPAnimDecoderOptionsInit(&options)
    options.color_mode = MODE_RGBA
    options.use_threads = 0
    var data = WebPData(bytes: copy.baseAddress, size: copy.count)
    var info = WebPAnimInfo()
    guard let decoder = WebPAnimDecoderNew(&data, &options) else {
      copy.deallocate()
      throw .damaged("its frames can't be decoded")
    }
    (self.decoder, bytes) = (decoder, copy)
    guard WebPAnimDecoderGetInfo(decoder, &info) != 0, Int(info.canvas_width) == size.width,
      Int(info.canvas_height) == size.height
    else { throw .damaged("its size isn't what its header says") }
  }

  func next() throws(PictureFault) -> Bitmap? {
    guard number < count else { return nil }
    var pixels: UnsafeMutablePointer<UInt8>?
    var time: Int32 = 0
    guard WebPAnimDecoderGetNext(decoder, &pixels, &time) != 0, let pixels else {
      throw .damaged("the pixels of frame \(number) can't be decoded")
    }
    number += 1
    var samples = Samples(size: size, inks: 3, hasAlpha: true)
    samples.bytes.withUnsafeMutableBufferPointer {
      $0.baseAddress?.update(from: pixels, count: size.width * size.height * 4)
    }
    return samples.developed(color)
  }

  deinit {
    WebPAnimDecoderDelete(decoder)
    bytes.deallocate()
  }
}

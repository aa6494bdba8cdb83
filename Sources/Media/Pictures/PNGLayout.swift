internal import CEngine
internal import Primitives

/// Where everything is in a PNG file. Made by walking its chunks, whose contents stay unread.
struct PNGLayout: PictureLayout {
  private(set) var size = PixelSize(width: 0, height: 0)
  private(set) var hasAlpha = false
  private(set) var orientation = Orientation.upright
  private(set) var depth = 0
  /// Whether there are frames besides; a picture shows the first.
  private(set) var isAnimated = false
  private(set) var frameCount = 1
  private(set) var playCount: Int? = 1
  private var isInterlaced = false
  private var isGray = false
  private var tags = PNGColor()
  private var header: Chunk?
  private var palette: Chunk?
  private var transparency: Chunk?
  private var data: [Chunk] = []

  private struct Chunk {
    let start: Int
    let length: Int
  }

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let view = ByteView(bytes[...])
    var position = 8
    var previous = ""
    while true {
      guard let length = view.big32(position), let name = view.slice(position + 4, 4) else {
        throw .cutShort
      }
      let kind = String(decoding: name, as: UTF8.self)
      guard position > 8 || kind == "IHDR" else { throw .damaged("it has no header") }
      guard length <= 0x7FFF_FFFF, let content = view.slice(position + 8, length),
        view.slice(position + 8 + length, 4) != nil
      else {
        throw name.allSatisfy(PNGLayout.isLetter) ? .cutShort : .damaged("a chunk has no proper name")
      }
      try note(Chunk(start: position, length: length), kind, content, view, after: previous)
      if kind == "IEND" { break }
      position += 12 + length
      previous = kind
    }
    guard !data.isEmpty else { throw .damaged("it has no pixels") }
  }

  private mutating func note(
    _ chunk: Chunk, _ kind: String, _ content: ArraySlice<UInt8>, _ view: ByteView, after previous: String
  ) throws(PictureFault) {
    switch kind {
    case "IHDR":
      guard header == nil else { throw .damaged("it has two headers") }
      header = chunk
      try PNGLayout.verify(chunk, view)
      try readHeader(ByteView(content))
    case "PLTE":
      palette = chunk
    case "tRNS":
      transparency = chunk
      hasAlpha = true
    case "eXIf":
      orientation = Orientation(exif: content)
    case "iCCP", "cICP", "gAMA", "cHRM", "sRGB":
      tags.note(kind, ByteView(content))
    case "acTL":
      frameCount = max(1, ByteView(content).big32(0) ?? 1)
      isAnimated = frameCount > 1
      let count = ByteView(content).big32(4) ?? 1
      playCount = count == 0 ? nil : count
    case "IDAT":
      guard data.isEmpty || previous == "IDAT" else { throw .damaged("its pixels are in two places") }
      data.append(chunk)
    case "IEND": break
    default:
      // A capital first letter marks what a reader must understand.
      if content.isEmpty, kind.utf8.contains(where: { !PNGLayout.isLetter($0) }) {
        throw .damaged("a chunk has no proper name")
      }
      if kind.utf8.first.map({ $0 & 0x20 == 0 }) ?? false {
        throw .unsupported("it needs what \(kind) means")
      }
    }
  }

  private mutating func readHeader(_ header: ByteView) throws(PictureFault) {
    guard header.count == 13, let width = header.big32(0), let height = header.big32(4),
      let depth = header.byte(8), let color = header.byte(9), let interlace = header.byte(12)
    else { throw .damaged("its header has a wrong length") }
    size = PixelSize(width: width, height: height)
    try PictureFault.checkLimits(size)
    let depths: [Int: [Int]] = [
      0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    guard depths[color]?.contains(depth) ?? false else {
      throw .damaged("no PNG has color type \(color) with \(depth) bits")
    }
    guard header.byte(10) == 0, header.byte(11) == 0, interlace <= 1 else {
      throw .damaged("it is packed in an unknown way")
    }
    hasAlpha = color == 4 || color == 6
    isGray = color == 0 || color == 4
    isInterlaced = interlace == 1
    self.depth = depth
  }

  var name: String { isAnimated ? "animated PNG" : isInterlaced ? "interlaced PNG" : "PNG" }
  var color: String { tags.reading(isGray: isGray).name }

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    let frame = try PNGLayout.decoded(essence(of: bytes))
    guard Int(frame.raw.pointee.width) == size.width, Int(frame.raw.pointee.height) == size.height else {
      throw .damaged("its size isn't what its header says")
    }
    return try Development.bitmap(frame, isFull: true, color: tags.reading(isGray: isGray))
  }

  /// Red, green and blue by turns, as they are stored, from 0 to 1, whatever the file says they mean.
  func numbers(of bytes: [UInt8]) throws(PictureFault) -> [Float] {
    let frame = try PNGLayout.decoded(essence(of: bytes))
    var view = LibrettoView()
    guard Int(frame.raw.pointee.width) == size.width, Int(frame.raw.pointee.height) == size.height,
      libretto_view(frame.raw, Int32(AVCOL_SPC_BT709.rawValue), true, &view)
    else { throw .damaged("its size isn't what its header says") }
    var scratch = [Int32](repeating: 0, count: 6 * (size.width + 16))
    var row = [UInt16](repeating: 0, count: 5 * size.width)
    var numbers: [Float] = []
    numbers.reserveCapacity(3 * size.width * size.height)
    for y in 0..<size.height {
      libretto_row_of_view(&view, Int32(y), &scratch, &row)
      for x in 0..<size.width {
        for channel in 0..<3 { numbers.append(Float(row[channel * size.width + x]) / 65_535) }
      }
    }
    extendLifetime(frame)
    return numbers
  }

  private static func decoded(_ bytes: [UInt8]) throws(PictureFault) -> Frame {
    do throws(Problem) {
      return try strictlyDecoded(bytes)
    } catch {
      throw error.kind == .badInput ? .damaged(error.message) : .failed(error)
    }
  }

  /// libavcodec's decoder, in plain C. It patches what is missing and only logs it: a picture with a
  /// line in the log isn't whole.
  private static func strictlyDecoded(_ bytes: [UInt8]) throws(Problem) -> Frame {
    guard let decoder = avcodec_find_decoder(AV_CODEC_ID_PNG) else {
      throw Problem(.unavailable, "libavcodec has no PNG decoder")
    }
    Libav.begin()
    let codec = try Codec.open(decoder) { context in
      context.max_pixels = Int64(PictureLimits.pixels)
      context.err_recognition = AV_EF_EXPLODE | AV_EF_BITSTREAM | AV_EF_BUFFER
      context.flags |= AV_CODEC_FLAG_BITEXACT
    }
    let packet = try Packet.holding(bytes)
    let frame = try Frame.empty()
    _ = codec.send(packet.raw)
    _ = codec.send(nil as UnsafePointer<AVPacket>?)
    let answer = codec.receive(frame)
    if let line = Libav.firstError { throw Problem(.badInput, line) }
    guard answer == .ready, frame.raw.pointee.decode_error_flags == 0 else {
      throw Problem(.badInput, "its pixels can't be decoded")
    }
    return frame
  }

  /// A PNG with nothing but what makes the pixels, its check sums verified.
  func essence(of bytes: [UInt8]) throws(PictureFault) -> [UInt8] {
    let view = ByteView(bytes[...])
    var essence = PictureKind.pngSignature
    essence.reserveCapacity(bytes.count)
    for chunk in [header, palette, transparency].compactMap({ $0 }) + data {
      try PNGLayout.verify(chunk, view)
      essence += view.slice(chunk.start, chunk.length + 12) ?? []
    }
    return essence + [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
  }

  /// Checks a chunk's sum over its name and content. `av_crc`.
  private static func verify(_ chunk: Chunk, _ view: ByteView) throws(PictureFault) {
    let table = av_crc_get_table(AV_CRC_32_IEEE_LE)
    let sum = view.slice(chunk.start + 4, chunk.length + 4)?.withUnsafeBufferPointer { content in
      Int(~av_crc(table, ~0, content.baseAddress, content.count))
    }
    guard sum == view.big32(chunk.start + 8 + chunk.length) else { throw .damaged("a check sum is wrong") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}

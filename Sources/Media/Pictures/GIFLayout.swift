internal import CEngine
internal import Primitives

/// Where everything is in a GIF file. Made by walking its blocks; pixels stay packed.
struct GIFLayout: PictureLayout {
  private(set) var size: PixelSize
  private(set) var frames: [Frame] = []
  private var isClear = false
  /// Once, unless a block of Netscape's says otherwise.
  private(set) var playCount: Int? = 1

  let name = "GIF"
  let depth = 8
  let color = "sRGB"

  /// One frame: a part of the picture, and what becomes of it afterwards.
  struct Frame {
    var left: Int
    var top: Int
    var size: PixelSize
    var isInterlaced: Bool
    /// Where the palette's colors are, three bytes each.
    var palette: Range<Int>
    var clear: Int?
    var disposal: Int
    var length: Time
    var codeSize: Int
    /// Where the packed pixels begin: blocks, each with its length.
    var data: Int
  }

  /// What is said of the next frame before it comes.
  private struct Control {
    var clear: Int?
    var disposal = 0
    var hundredths = 0
  }

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let view = ByteView(bytes[...])
    guard let width = view.little16(6), let height = view.little16(8), let flags = view.byte(10),
      view.count >= 13
    else { throw .cutShort }
    size = PixelSize(width: width, height: height)
    let shared = GIFLayout.palette(flags, at: 13)
    var position = shared.upperBound
    var control = Control()
    blocks: while true {
      guard let kind = view.byte(position) else {
        // Only the mark of the end is missing.
        if frames.isEmpty { throw .cutShort }
        break
      }
      switch kind {
      case 0x21:
        if view.byte(position + 1) == 0xF9 { control = GIFLayout.control(view, at: position + 2) }
        if view.byte(position + 1) == 0xFF { noteLoop(view, at: position + 2) }
        position = try GIFLayout.skip(view, from: position + 2)
      case 0x2C:
        position = try readFrame(view, at: position, control, shared)
        control = Control()
      case 0x3B: break blocks
      default:
        // What follows a picture is none of it.
        if frames.isEmpty { throw .damaged("it has a block of no known kind") }
        break blocks
      }
    }
    guard let first = frames.first else { throw .damaged("it has no pixels") }
    // Programs that write a wrong canvas mean that of the first frame; browsers let it grow.
    size = PixelSize(
      width: max(size.width, first.left + first.size.width),
      height: max(size.height, first.top + first.size.height))
    isClear =
      first.clear != nil || first.left > 0 || first.top > 0 || first.size.width < size.width
      || first.size.height < size.height || frames.contains { $0.disposal >= 2 }
  }

  var hasAlpha: Bool { isClear }
  var frameLengths: [Time] { frames.count > 1 ? frames.map(\.length) : [] }

  private static func palette(_ flags: Int, at start: Int) -> Range<Int> {
    start..<start + (flags & 0x80 != 0 ? 3 << ((flags & 7) + 1) : 0)
  }

  private static func control(_ view: ByteView, at start: Int) -> Control {
    guard view.byte(start) == 4, let flags = view.byte(start + 1), let time = view.little16(start + 2)
    else {
      return Control()
    }
    return Control(
      clear: flags & 1 != 0 ? view.byte(start + 4) : nil, disposal: flags >> 2 & 7, hundredths: time)
  }

  /// How often it is played again after the first time; zero is for ever.
  private mutating func noteLoop(_ view: ByteView, at start: Int) {
    guard view.byte(start) == 11, view.byte(start + 12) == 3, view.byte(start + 13) == 1,
      view.holds("NETSCAPE2.0", at: start + 1) || view.holds("ANIMEXTS1.0", at: start + 1),
      let count = view.little16(start + 14)
    else { return }
    playCount = count == 0 ? nil : count + 1
  }

  /// Where a chain of blocks ends.
  private static func skip(_ view: ByteView, from start: Int) throws(PictureFault) -> Int {
    var position = start
    while true {
      guard let length = view.byte(position) else { throw .cutShort }
      position += 1 + length
      if length == 0 { return position }
    }
  }

  private mutating func readFrame(
    _ view: ByteView, at start: Int, _ control: Control, _ shared: Range<Int>
  ) throws(PictureFault) -> Int {
    guard let left = view.little16(start + 1), let top = view.little16(start + 3),
      let width = view.little16(start + 5), let height = view.little16(start + 7),
      let flags = view.byte(start + 9)
    else { throw .cutShort }
    guard width > 0, height > 0 else { throw .damaged("a frame has no pixels") }
    let own = GIFLayout.palette(flags, at: start + 10)
    let palette = own.isEmpty ? shared : own
    guard palette.upperBound <= view.count, let codeSize = view.byte(own.upperBound) else {
      throw .cutShort
    }
    guard !palette.isEmpty else { throw .damaged("a frame has no palette") }
    let size = PixelSize(width: width, height: height)
    try PictureFault.checkLimits(size)
    frames.append(
      Frame(
        left: left, top: top, size: size, isInterlaced: flags & 0x40 != 0, palette: palette,
        clear: control.clear, disposal: control.disposal,
        // Nobody shows frames faster than this; browsers take less for a tenth of a second.
        length: Time(
          ticks: Int64(control.hundredths < 2 ? 10 : control.hundredths) * Time.ticksPerSecond / 100),
        codeSize: codeSize, data: own.upperBound + 1))
    guard frames.count <= MediaLimit.frames.value else {
      throw .tooMuch("more than \(MediaLimit.frames.value) frames", .frames)
    }
    return try GIFLayout.skip(view, from: own.upperBound + 1)
  }

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    guard let first = try GIFPlayer(self, bytes).next() else { throw .damaged("it has no pixels") }
    return first
  }

  func frames(of bytes: [UInt8]) throws(PictureFault) -> any FramePlayer { GIFPlayer(self, bytes) }
}

/// Puts the frames of a GIF together on a canvas.
final class GIFPlayer: FramePlayer {
  private let layout: GIFLayout
  private let bytes: [UInt8]
  private var canvas: [UInt32]
  private var number = 0

  init(_ layout: GIFLayout, _ bytes: [UInt8]) {
    (self.layout, self.bytes) = (layout, bytes)
    canvas = [UInt32](repeating: 0, count: layout.size.width * layout.size.height)
  }

  func next() throws(PictureFault) -> Bitmap? {
    guard number < layout.frames.count else { return nil }
    let frame = layout.frames[number]
    number += 1
    let before = frame.disposal == 3 ? canvas : []
    draw(frame, try indices(of: frame))
    let bitmap = Bitmap(size: layout.size, pixels: canvas)
    switch frame.disposal {
    case 2: eachRow(of: frame) { target, _ in for x in target { canvas[x] = 0 } }
    case 3: canvas = before
    default: break
    }
    return bitmap
  }

  /// The frame's palette indices, rows in order. `libretto_unpack_lzw`.
  private func indices(of frame: GIFLayout.Frame) throws(PictureFault) -> [UInt8] {
    var packed: [UInt8] = []
    var position = frame.data
    while position < bytes.count, bytes[position] > 0 {
      let end = min(bytes.count, position + 1 + Int(bytes[position]))
      packed += bytes[(position + 1)..<end]
      position = end
    }
    let count = frame.size.width * frame.size.height
    var indices = [UInt8](repeating: 0, count: count)
    let isWhole = packed.withUnsafeBufferPointer { from in
      indices.withUnsafeMutableBufferPointer {
        libretto_unpack_lzw(from.baseAddress, from.count, Int32(frame.codeSize), $0.baseAddress, count)
      }
    }
    guard isWhole else { throw .damaged("the pixels of frame \(number - 1) can't be unpacked") }
    return indices
  }

  private func draw(_ frame: GIFLayout.Frame, _ indices: [UInt8]) {
    let colors = frame.palette.count / 3
    // An index beyond the palette is black.
    var palette = [UInt32](repeating: 0xFF00_0000, count: 256)
    for index in 0..<colors {
      let at = frame.palette.lowerBound + index * 3
      palette[index] |= UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
    }
    let clear = frame.clear.map { UInt8(truncatingIfNeeded: $0) }
    eachRow(of: frame) { target, source in
      for (offset, x) in target.enumerated() {
        let index = indices[source + offset]
        if index != clear { canvas[x] = palette[Int(index)] }
      }
    }
  }

  /// Each row of a frame that is on the canvas: where it goes, and where it comes from.
  private func eachRow(of frame: GIFLayout.Frame, _ body: (Range<Int>, Int) -> Void) {
    let width = min(frame.size.width, layout.size.width - frame.left)
    guard width > 0 else { return }
    for (source, row) in rows(of: frame).enumerated() where frame.top + row < layout.size.height {
      let start = (frame.top + row) * layout.size.width + frame.left
      body(start..<start + width, source * frame.size.width)
    }
  }

  /// In which order rows come: interlaced ones in four passes.
  private func rows(of frame: GIFLayout.Frame) -> [Int] {
    guard frame.isInterlaced else { return Array(0..<frame.size.height) }
    return [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap {
      Array(stride(from: $0.0, to: frame.size.height, by: $0.1))
    }
  }
}

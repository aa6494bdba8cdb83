internal import CEngine
internal import Primitives

/// An SVG drawing: painted by librsvg, anew for every size.
///
/// Its elements are counted before librsvg sees them; it has no place from which it could name other
/// files, opens no connection, and knows no fonts but those of `DrawingFonts`. It is read and painted in
/// a process of its own, which ends when its time or its memory does.
struct SVGLayout: PictureLayout {
  let name = "SVG"
  let size: PixelSize
  let hasAlpha = true
  let depth = 8
  let color = "sRGB"
  let isVector = true

  /// The size of a drawing that doesn't say, as browsers have it.
  private static let usual = (width: 300.0, height: 150.0)
  /// Along a side, of a drawing that says more than can be painted.
  private static let most = 4096.0

  /// The drawing without what it would read from outside.
  private let document: SVGDocument

  /// `libretto_svg_measure`.
  init(_ bytes: [UInt8]) throws(PictureFault) {
    let document = try SVGDocument(bytes)
    var (width, height) = (0.0, 0.0)
    try SVGLayout.check(0) { bounds, line in
      libretto_svg_measure(document.bytes, document.bytes.count, bounds, &width, &height, &line)
    }
    self.document = document
    size = try SVGLayout.size(width, height)
  }

  private static func size(_ width: Double, _ height: Double) throws(PictureFault) -> PixelSize {
    guard width.isFinite, height.isFinite, width >= 0, height >= 0 else { throw .damaged("it has no size") }
    let (width, height) = width > 0 && height > 0 ? (width, height) : usual
    let limit = min(most, Double(PictureLimits.side))
    // A drawing has no pixels: one that is too large is painted smaller, in the same shape.
    let longer = max(width, height)
    let scale =
      longer > Double(PictureLimits.side) || width * height > Double(PictureLimits.pixels)
      ? limit / longer : 1
    return PixelSize(
      width: max(1, Int((width * scale).rounded(.up))), height: max(1, Int((height * scale).rounded(.up))))
  }

  /// `libretto_svg_paint`.
  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    let large = PixelSize(width: size.width * enlarged, height: size.height * enlarged)
    try PictureFault.checkLimits(large)
    var pixels = [UInt32](repeating: 0, count: large.width * large.height)
    try SVGLayout.check(pixels.count) { bounds, line in
      pixels.withUnsafeMutableBufferPointer {
        libretto_svg_paint(
          document.bytes, document.bytes.count, bounds, LibrarySettings.fontFolder, Int32(large.width),
          Int32(large.height), $0.baseAddress, &line)
      }
    }
    return Bitmap(size: large, pixels: pixels)
  }

  /// A quarter of the limit is for the drawing itself; of the rest, as much as fits so many pixels: sixteen
  /// layers of them.
  private static func memory(for pixels: Int) -> Int {
    let limit = MediaLimit.svgBytes.value
    return limit / 4 + min(limit - limit / 4, pixels * 64)
  }

  /// Has something done with a drawing, and throws if it wasn't.
  private static func check(
    _ pixels: Int, _ work: (LibrettoSVGBounds, inout UnsafePointer<CChar>?) -> LibrettoSVGEnd
  ) throws(PictureFault) {
    let (seconds, memory) = (MediaLimit.svgSeconds.value, memory(for: pixels))
    var line: UnsafePointer<CChar>?
    switch work(LibrettoSVGBounds(seconds: Int32(seconds), memory: Int64(memory)), &line) {
    case LIBRETTO_SVG_DONE: return
    case LIBRETTO_SVG_LATE: throw .tooHard("\(seconds) seconds of the processor's time", .svgSeconds)
    case LIBRETTO_SVG_LARGE: throw .tooHard("\(memory >> 20) MB of memory", .svgBytes)
    default: throw PictureFault(line) ?? .damaged("it can't be painted")
    }
  }
}

internal import CEngine
internal import Primitives

/// An SVG drawing: painted by librsvg, anew for every size.
///
/// Its elements are counted before librsvg sees them; it has no place from which it could name other
/// files, opens no connection, and knows no fonts but those of `DrawingFonts`.
struct SVGLayout: PictureLayout {
  let name = "SVG"
  let size: PixelSize
  let hasAlpha = true
  let depth = 8
  let colour = "sRGB"
  let isVector = true

  /// The size of a drawing that doesn't say, as browsers have it.
  private static let usual = (width: 300.0, height: 150.0)
  /// Along a side, of a drawing that says more than can be painted.
  private static let most = 4096.0

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let document = try SVGDocument(bytes)
    size = try SVGLayout.opened(document.bytes) { _, width, height throws(PictureFault) in
      try SVGLayout.size(width, height)
    }
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

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    let large = PixelSize(width: size.width * enlarged, height: size.height * enlarged)
    try PictureFault.checkLimits(large)
    return try SVGLayout.opened(SVGDocument(bytes).bytes) { drawing, _, _ throws(PictureFault) in
      var pixels = [UInt32](repeating: 0, count: large.width * large.height)
      let line = pixels.withUnsafeMutableBufferPointer {
        libretto_svg_paint(
          &drawing, Int32(large.width), Int32(large.height), Double(MediaLimit.svgSeconds.value),
          $0.baseAddress)
      }
      if let fault = PictureFault(line) { throw fault }
      return Bitmap(size: large, pixels: pixels)
    }
  }

  private static func opened<Result>(
    _ bytes: [UInt8], _ body: (inout OpaquePointer?, Double, Double) throws(PictureFault) -> Result
  ) throws(PictureFault) -> Result {
    LibrarySettings.settleFonts()
    var drawing: OpaquePointer?
    var (width, height) = (0.0, 0.0)
    let line = bytes.withUnsafeBufferPointer {
      libretto_svg_open($0.baseAddress, $0.count, &width, &height, &drawing)
    }
    if let fault = PictureFault(line) { throw fault }
    defer { libretto_svg_close(drawing) }
    return try body(&drawing, width, height)
  }
}

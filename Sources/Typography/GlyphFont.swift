internal import CEngine
import Primitives

/// A font as FreeType sees it: the shapes of glyphs. For one thread at a time.
///
/// Each has a FreeType library of its own, because a library doesn't like to open and close faces on
/// two threads.
struct GlyphFont: ~Copyable {
  private let library: FT_Library
  private let face: FT_Face
  private let unitsPerEm: Double
  private let file: FontBytes
  /// Knows the colored layers of glyphs.
  private let shaping: ShapingFont
  /// Pixels to the em of the pictures it has, if it has any.
  private let strike: Size?

  /// Opens a face. The C functions are `FT_Init_FreeType` and `FT_New_Memory_Face`.
  static func open(
    _ choice: FontChoice, file: FontBytes, shaping: ShapingFont
  ) throws(FontFailure) -> GlyphFont {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { throw FontFailure("FreeType doesn't start") }
    var face: FT_Face?
    let start = file.bytes.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
    let code = FT_New_Memory_Face(library, start, file.bytes.count, choice.face.index, &face)
    guard code == 0, let face else {
      FT_Done_FreeType(library)
      throw FontFailure("FreeType can't open it (error \(code))")
    }
    let strike = choice.face.isColored ? selectLargestStrike(of: face) : nil
    let font = GlyphFont(library: library, face: face, file: file, shaping: shaping, strike: strike)
    if !choice.axes.isEmpty { try font.set(choice.axes) }
    return font
  }

  private init(
    library: FT_Library, face: FT_Face, file: FontBytes, shaping: ShapingFont, strike: Size?
  ) {
    self.library = library
    self.face = face
    self.file = file
    self.shaping = shaping
    self.strike = strike
    unitsPerEm = Double(max(1, face.pointee.units_per_EM))
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  /// What a glyph looks like: its picture, or its colored layers, or its outline.
  func shape(of glyph: UInt32) throws(FontFailure) -> GlyphShape {
    if let picture = try picture(of: glyph) { return picture }
    let layers = shaping.layers(of: glyph)
    if layers.isEmpty { return .outline(try outline(of: glyph)) }
    var shapes: [GlyphShape.Layer] = []
    for layer in layers {
      shapes.append(GlyphShape.Layer(outline: try outline(of: layer.glyph), color: layer.color))
    }
    return .layers(shapes)
  }

  /// Never hinted. The C function is `FT_Load_Glyph`.
  private func outline(of glyph: UInt32) throws(FontFailure) -> Outline {
    // Where every glyph is a picture, one without shows nothing.
    if !libretto_is_scalable(face), glyph < face.pointee.num_glyphs { return Outline([]) }
    let flags = Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard FT_Load_Glyph(face, glyph, flags) == 0, let slot = face.pointee.glyph,
      slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { throw FontFailure("its glyph \(glyph) can't be read") }
    var pen = OutlinePen(unitsPerEm: unitsPerEm)
    guard pen.trace(&slot.pointee.outline) else { throw FontFailure("its glyph \(glyph) is broken") }
    return pen.finish()
  }

  /// A glyph that is a picture (tables CBDT and sbix), at the largest size there is. The C function is
  /// `FT_Load_Glyph`, which premultiplies.
  private func picture(of glyph: UInt32) throws(FontFailure) -> GlyphShape? {
    guard let strike, FT_Load_Glyph(face, glyph, Int32(FT_LOAD_COLOR | FT_LOAD_NO_HINTING)) == 0,
      let slot = face.pointee.glyph, slot.pointee.format == FT_GLYPH_FORMAT_BITMAP
    else { return nil }
    let bitmap = slot.pointee.bitmap
    let (width, height) = (Int(bitmap.width), Int(bitmap.rows))
    guard width > 0, height > 0, let start = bitmap.buffer else { return nil }
    guard bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_BGRA.rawValue), max(width, height) <= 4096 else {
      throw FontFailure("its glyph \(glyph) is a picture of an unknown kind")
    }
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for y in 0..<height {
      let row = UnsafeRawPointer(start.advanced(by: y * Int(bitmap.pitch)))
      for x in 0..<width {
        let pixel = row.loadUnaligned(fromByteOffset: x * 4, as: UInt32.self)
        pixels.append(UInt32(littleEndian: pixel))
      }
    }
    let box = Rect(
      x: Double(slot.pointee.bitmap_left) / strike.width,
      y: -Double(slot.pointee.bitmap_top) / strike.height,
      width: Double(width) / strike.width, height: Double(height) / strike.height)
    let picture = Bitmap(size: PixelSize(width: width, height: height), pixels: pixels, isOpaque: false)
    return .picture(picture, box)
  }

  /// Pixels to the em. The C function is `FT_Select_Size`.
  private static func selectLargestStrike(of face: FT_Face) -> Size? {
    let sizes = UnsafeBufferPointer(
      start: face.pointee.available_sizes, count: Int(face.pointee.num_fixed_sizes))
    guard let index = sizes.indices.max(by: { sizes[$0].y_ppem < sizes[$1].y_ppem }),
      sizes[index].x_ppem > 0, sizes[index].y_ppem > 0, FT_Select_Size(face, Int32(index)) == 0
    else { return nil }
    return Size(width: Double(sizes[index].x_ppem) / 64, height: Double(sizes[index].y_ppem) / 64)
  }

  /// The C function is `FT_Set_Var_Design_Coordinates`.
  private func set(_ asked: [FontAxis]) throws(FontFailure) {
    var description: UnsafeMutablePointer<FT_MM_Var>?
    guard FT_Get_MM_Var(face, &description) == 0, let description else {
      throw FontFailure("its axes can't be read")
    }
    defer { FT_Done_MM_Var(library, description) }
    let count = Int(description.pointee.num_axis)
    let axes = UnsafeBufferPointer(start: description.pointee.axis, count: count)
    var coordinates = axes.map { axis in
      let value = asked.first { FT_ULong(libretto_tag($0.tag)) == axis.tag }?.value
      // What FreeType calls fixed has 16 bits before the point.
      return value.map { FT_Fixed(($0.clamped(to: -32767...32767) * 65536).rounded()) } ?? axis.def
    }
    guard FT_Set_Var_Design_Coordinates(face, FT_UInt(coordinates.count), &coordinates) == 0 else {
      throw FontFailure("its axes can't be set")
    }
  }
}

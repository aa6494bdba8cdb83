internal import CEngine
import Primitives

/// A font as FreeType sees it: the shapes of glyphs. For one thread at a time.
///
/// Each has a FreeType library of its own, because a library doesn't like to open and close faces on
/// two threads.
struct OutlineFont: ~Copyable {
  private let library: FT_Library
  private let face: FT_Face
  private let unitsPerEm: Double
  private let file: FontBytes

  /// Opens a face. The C functions are `FT_Init_FreeType` and `FT_New_Memory_Face`.
  static func open(file: FontBytes, face index: Int, weight: Double?) throws(FontFailure) -> OutlineFont {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { throw FontFailure("FreeType doesn't start") }
    var face: FT_Face?
    let start = file.bytes.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
    let code = FT_New_Memory_Face(library, start, file.bytes.count, index, &face)
    guard code == 0, let face else {
      FT_Done_FreeType(library)
      throw FontFailure("FreeType can't open it (error \(code))")
    }
    let font = OutlineFont(library: library, face: face, file: file)
    if let weight { try font.setWeight(weight) }
    return font
  }

  private init(library: FT_Library, face: FT_Face, file: FontBytes) {
    self.library = library
    self.face = face
    self.file = file
    unitsPerEm = Double(max(1, face.pointee.units_per_EM))
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  /// The shape of a glyph: 1 is an em, y points down, and the origin is the glyph's.
  ///
  /// Never hinted. The C function is `FT_Load_Glyph`.
  func outline(of glyph: UInt32) throws(FontFailure) -> Outline {
    let flags = Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard FT_Load_Glyph(face, glyph, flags) == 0, let slot = face.pointee.glyph,
      slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { throw FontFailure("its glyph \(glyph) can't be read") }
    var pen = OutlinePen(unitsPerEm: unitsPerEm)
    guard pen.trace(&slot.pointee.outline) else { throw FontFailure("its glyph \(glyph) is broken") }
    return pen.finish()
  }

  /// The C function is `FT_Set_Var_Design_Coordinates`; axes other than the weight keep their defaults.
  private func setWeight(_ weight: Double) throws(FontFailure) {
    var description: UnsafeMutablePointer<FT_MM_Var>?
    guard FT_Get_MM_Var(face, &description) == 0, let description else {
      throw FontFailure("its axes can't be read")
    }
    defer { FT_Done_MM_Var(library, description) }
    let count = Int(description.pointee.num_axis)
    let axes = UnsafeBufferPointer(start: description.pointee.axis, count: count)
    var coordinates = axes.map { axis in
      axis.tag == FT_ULong(libretto_weight_axis) ? FT_Fixed((weight * 65536).rounded()) : axis.def
    }
    guard FT_Set_Var_Design_Coordinates(face, FT_UInt(coordinates.count), &coordinates) == 0 else {
      throw FontFailure("its weight can't be set")
    }
  }
}

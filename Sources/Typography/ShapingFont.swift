internal import CEngine
import Primitives

/// A font as HarfBuzz sees it: characters go in, placed glyphs come out, in ems.
///
/// Sendable although it holds a handle, because the handle is made immutable before `init` returns, and
/// HarfBuzz allows any number of threads to shape with an immutable font.
final class ShapingFont: @unchecked Sendable {
  let metrics: FontMetrics
  private let font: OpaquePointer
  /// In font units.
  private let em: Double
  private let file: FontBytes

  /// Opens a face. The C functions are `hb_face_create` and `hb_font_create`.
  init(file: FontBytes, face index: Int, axes: [FontAxis]) throws(FontFailure) {
    // HarfBuzz borrows the bytes; `file` outlives the font.
    let start = file.bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let blob = hb_blob_create(start, UInt32(file.bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
    let face = hb_face_create(blob, UInt32(index))
    defer {
      hb_face_destroy(face)
      hb_blob_destroy(blob)
    }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      throw FontFailure("it has no glyphs")
    }
    let unitsPerEm = hb_face_get_upem(face)
    hb_ot_font_set_funcs(font)
    hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
    if !axes.isEmpty {
      let variations = axes.map { hb_variation_t(tag: libretto_tag($0.tag), value: Float($0.value)) }
      hb_font_set_variations(font, variations, UInt32(variations.count))
    }
    hb_font_make_immutable(font)
    self.font = font
    self.file = file
    em = Double(max(1, unitsPerEm))
    metrics = Self.metrics(of: font, em: em)
  }

  deinit { hb_font_destroy(font) }

  func hasGlyph(for scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
  }

  /// The glyphs of a run of text, from left to right. The C function is `hb_shape_full`.
  func shape(_ run: TextRun, of units: [UInt16], style: ShapingStyle) -> [ShapedGlyph] {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    // The whole text goes in, so that letters at the ends of the run join with what is around it.
    hb_buffer_add_utf16(
      buffer, units, Int32(units.count), UInt32(run.units.lowerBound), Int32(run.units.count))
    hb_buffer_set_direction(buffer, run.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, hb_script_t(rawValue: run.script))
    if !style.language.isEmpty {
      hb_buffer_set_language(buffer, hb_language_from_string(style.language, -1))
    }
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    // Ligatures proper, and alternates, by which some fonts join letters as well.
    let isSpaced = style.letterSpacing != 0 && !run.isCursive
    let unjoined =
      isSpaced ? ["liga", "clig", "calt"].map { (tag: String) in libretto_feature(tag, 0) } : []
    let asked = style.features.map { libretto_feature($0.tag, UInt32(clamping: $0.value)) }
    let features = unjoined + asked
    libretto_shape(font, buffer, features, UInt32(features.count))

    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { ShapedGlyph(infos[$0], positions[$0], em: em) }
  }

  /// Where a caret stands inside a ligature, from left to right, if the font says so. The C function is
  /// `hb_ot_layout_get_ligature_carets`.
  func carets(inLigature glyph: UInt32, isRightToLeft: Bool) -> [Double] {
    var carets = [hb_position_t](repeating: 0, count: 16)
    var count = UInt32(carets.count)
    let direction = isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR
    hb_ot_layout_get_ligature_carets(font, direction, glyph, 0, &count, &carets)
    return carets.prefix(Int(count)).map { Double($0) / em }.sorted()
  }

  /// The colored layers of a glyph, the lowest first; none if it has no colors. One without a color has
  /// that of the text. The C function is `hb_ot_color_glyph_get_layers`.
  func layers(of glyph: UInt32) -> [(glyph: UInt32, color: Color?)] {
    let face = hb_font_get_face(font)
    var layers = [hb_ot_color_layer_t](repeating: hb_ot_color_layer_t(), count: 256)
    var count = UInt32(layers.count)
    hb_ot_color_glyph_get_layers(face, glyph, 0, &count, &layers)
    return layers.prefix(Int(count)).map { layer in
      var color: hb_color_t = 0
      var found: UInt32 = 1
      // Of several palettes the first is the one for any background.
      hb_ot_color_palette_get_colors(face, 0, layer.color_index, &found, &color)
      return (layer.glyph, found == 1 && layer.color_index != 0xFFFF ? Color(color) : nil)
    }
  }

  /// The C function is `hb_font_get_h_extents`, which reads hhea, or OS/2 where the font prefers it.
  private static func metrics(of font: OpaquePointer, em: Double) -> FontMetrics {
    var extents = hb_font_extents_t()
    let isKnown = hb_font_get_h_extents(font, &extents) != 0
    guard isKnown, extents.ascender > 0, extents.ascender > extents.descender else {
      return FontMetrics(ascent: 0.8, descent: 0.2, lineGap: 0)
    }
    return FontMetrics(
      ascent: Double(extents.ascender) / em, descent: -Double(extents.descender) / em,
      lineGap: max(0, Double(extents.line_gap) / em))
  }
}

/// What of a request matters to shaping.
struct ShapingStyle {
  let features: [FontFeature]
  let language: String
  /// In ems.
  let letterSpacing: Double

  init(_ request: TextRequest) {
    features = request.features
    language = request.language
    letterSpacing = request.letterSpacing / request.size
  }
}

/// A glyph with its measures, in ems, y up.
struct ShapedGlyph: Hashable, Sendable {
  let id: UInt32
  /// Where the characters begin that it shows, in units of the text that was shaped.
  let cluster: Int
  let advance: Double
  let offsetX: Double
  let offsetY: Double
}

extension ShapedGlyph {
  fileprivate init(_ info: hb_glyph_info_t, _ position: hb_glyph_position_t, em: Double) {
    self.init(
      id: info.codepoint, cluster: Int(info.cluster), advance: Double(position.x_advance) / em,
      offsetX: Double(position.x_offset) / em, offsetY: Double(position.y_offset) / em)
  }
}

extension Color {
  /// A color of HarfBuzz's: blue in the highest byte, then green, red, alpha.
  fileprivate init(_ color: hb_color_t) {
    func channel(_ shift: UInt32) -> Double { Double(color >> shift & 255) / 255 }
    self.init(red: channel(8), green: channel(16), blue: channel(24), alpha: channel(0))
  }
}

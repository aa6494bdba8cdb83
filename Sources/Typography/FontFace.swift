internal import CEngine

/// What a face says about itself, and where it is.
struct FontFace: Hashable, Sendable {
  let path: String
  /// Its place among the faces of the file.
  let index: Int
  let family: String
  /// Where it stands by itself; a variable face has axes as well.
  let weight: Double
  /// In percent of the normal width.
  let width: Double
  let isItalic: Bool
  /// In the order of their tags.
  let axes: [Axis]
  /// Whether its glyphs bring colors of their own.
  let isColored: Bool

  /// What can be varied, and how far.
  struct Axis: Hashable, Sendable {
    let tag: String
    let range: ClosedRange<Double>
    /// Where it stands unless it is moved.
    let normal: Double
  }
}

extension FontFace {
  /// The faces of a file, which is only mapped, so that no more of it is read than they say.
  static func faces(ofFileAt path: String) throws(FontFailure) -> [FontFace] {
    let file = try MappedFont(path: path)
    var faces: [FontFace] = []
    for index in 0..<file.faceCount { faces.append(try FontFace(index, of: file, path: path)) }
    return faces
  }

  private init(_ index: Int, of file: borrowing MappedFont, path: String) throws(FontFailure) {
    self = try file.withFace(index) { face, font throws(FontFailure) in
      try FontFace(face, font, index: index, path: path)
    }
  }

  private init(
    _ face: OpaquePointer?, _ font: OpaquePointer?, index: Int, path: String
  ) throws(FontFailure) {
    guard let family = Self.family(of: face) else { throw FontFailure("it has no family name") }
    if libretto_has_only_new_colors(face), !libretto_has_table(face, "CBDT"),
      !libretto_has_table(face, "sbix")
    {
      throw FontFailure("its colors are COLR version 1, which isn't drawn yet")
    }
    func style(_ tag: hb_style_tag_t, or normal: Double) -> Double {
      let value = Double(hb_style_get_value(font, tag))
      return value.isFinite ? value : normal
    }
    self.path = path
    self.index = index
    self.family = family
    weight = style(HB_STYLE_TAG_WEIGHT, or: 400)
    width = style(HB_STYLE_TAG_WIDTH, or: 100)
    isItalic = style(HB_STYLE_TAG_ITALIC, or: 0) > 0
    axes = Self.axes(of: face)
    isColored = ["CBDT", "COLR", "sbix"].contains { (tag: String) in libretto_has_table(face, tag) }
  }

  /// The C function is `hb_ot_var_get_axis_infos`.
  private static func axes(of face: OpaquePointer?) -> [Axis] {
    var infos = [hb_ot_var_axis_info_t](repeating: hb_ot_var_axis_info_t(), count: 64)
    var count = UInt32(infos.count)
    hb_ot_var_get_axis_infos(face, 0, &count, &infos)
    return infos.prefix(Int(count)).compactMap { info in
      let (low, high) = (Double(info.min_value), Double(info.max_value))
      guard low <= high else { return nil }
      let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: info.tag >> $0) }
      let normal = min(max(Double(info.default_value), low), high)
      return Axis(tag: String(decoding: letters, as: UTF8.self), range: low...high, normal: normal)
    }.sorted { $0.tag < $1.tag }
  }

  /// The typographic family, number 16 among the names, or else the plain one, number 1.
  private static func family(of face: OpaquePointer?) -> String? { name(16, of: face) ?? name(1, of: face) }

  /// A name in English, or in the first language that has it.
  private static func name(_ id: UInt32, of face: OpaquePointer?) -> String? {
    var count: UInt32 = 0
    guard let entries = hb_ot_name_list_names(face, &count) else { return nil }
    let english = hb_language_from_string("en", -1)
    let found = UnsafeBufferPointer(start: entries, count: Int(count)).filter { $0.name_id == id }
    guard let entry = found.first(where: { $0.language == english }) ?? found.first else { return nil }
    var size: UInt32 = 256
    var units = [UInt16](repeating: 0, count: Int(size))
    hb_ot_name_get_utf16(face, id, entry.language, &size, &units)
    let name = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    return name.allSatisfy(\.isWhitespace) ? nil : name
  }
}

extension FontFace {
  /// How many of some characters it has a glyph for; none if the file can't be read any more.
  func count(of scalars: [Unicode.Scalar]) -> Int {
    do {
      return try MappedFont(path: path).withFace(index) { _, font throws(FontFailure) in
        var glyph: hb_codepoint_t = 0
        return scalars.count { hb_font_get_nominal_glyph(font, $0.value, &glyph) != 0 }
      }
    } catch {
      return 0
    }
  }
}

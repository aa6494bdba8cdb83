internal import CEngine

/// What a face says about itself, and where it is.
struct FontFace: Hashable, Sendable {
  let path: String
  /// Its place among the faces of the file.
  let index: Int
  let family: String
  /// The weights it can have; one only, unless it is variable.
  let weights: ClosedRange<Double>
  let isItalic: Bool
  /// In percent of the normal width.
  let width: Double

  var isVariable: Bool { weights.lowerBound < weights.upperBound }

  /// The weight it can have that is nearest to one asked for.
  func weight(nearestTo weight: Double) -> Double {
    min(max(weight, weights.lowerBound), weights.upperBound)
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
    var axis = hb_ot_var_axis_info_t()
    let isVariable = hb_ot_var_find_axis_info(face, libretto_weight_axis, &axis) != 0
    let own = Double(hb_style_get_value(font, HB_STYLE_TAG_WEIGHT))
    if isVariable, axis.min_value <= axis.max_value {
      weights = Double(axis.min_value)...Double(axis.max_value)
    } else {
      weights = own.isFinite ? own...own : 400...400
    }
    self.path = path
    self.index = index
    self.family = family
    isItalic = hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0
    width = Double(hb_style_get_value(font, HB_STYLE_TAG_WIDTH))
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
  /// Whether it has a glyph for each of the characters; false if the file can't be read any more.
  func covers(_ scalars: [Unicode.Scalar]) -> Bool {
    do {
      return try MappedFont(path: path).withFace(index) { _, font throws(FontFailure) in
        var glyph: hb_codepoint_t = 0
        return scalars.allSatisfy { hb_font_get_nominal_glyph(font, $0.value, &glyph) != 0 }
      }
    } catch {
      return false
    }
  }
}

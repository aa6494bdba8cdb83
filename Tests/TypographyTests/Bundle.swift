import Primitives
import Typography

/// The fonts of the repository.
enum Bundle {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Fonts"
  }()

  /// One for all who only look.
  static let shared = Result { try library() }

  static func library() throws -> FontLibrary { try FontLibrary(folders: [folder]) }
}

/// A request with the fonts of the bundle.
func words(
  _ text: String, in family: String = "Inter", weight: Int = 400, italic: Bool = false, size: Double = 100,
  _ change: (inout TextRequest) -> Void = { _ in }
) -> TextRequest {
  let font = FontRequest(family: family, weight: weight, isItalic: italic)
  var request = TextRequest(text: text, font: font, size: size)
  change(&request)
  return request
}

extension FontLibrary {
  func width(_ request: TextRequest) throws(Problem) -> Double { try layOut(request).size.width }

  /// What the problem with a request is, or nil.
  func problem(_ request: TextRequest) -> Problem? {
    do {
      _ = try layOut(request)
      return nil
    } catch {
      return error
    }
  }
}

extension TextBlock {
  /// What each line shows from left to right: for every glyph, the first character of its cluster that
  /// can be seen.
  var visible: [String] {
    let units = Array(text.utf16)
    return lines.map { line in
      let shown = line.runs.flatMap(\.glyphs).compactMap { glyph in
        String(decoding: units[glyph.cluster...], as: UTF16.self).unicodeScalars
          .first { !$0.properties.isDefaultIgnorableCodePoint }
      }
      return String(String.UnicodeScalarView(shown))
    }
  }
}

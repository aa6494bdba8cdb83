import Primitives
import Typography

/// The fonts of the repository.
enum Bundle {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Fonts"
  }()

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
  /// The characters of each line from left to right, by where each glyph's cluster begins.
  var visible: [String] {
    let units = Array(text.utf16)
    return lines.map { line in
      let clusters = line.runs.flatMap(\.glyphs).map(\.cluster)
      return String(decoding: clusters.map { units[$0] }, as: UTF16.self)
    }
  }
}

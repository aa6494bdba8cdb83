import Primitives

/// The fonts in use. Files are read when they are first asked for, once.
struct FontShelf {
  private var files: [String: FontBytes] = [:]
  private var fonts: [Place: LoadedFont] = [:]
  private var byKey: [FontKey: LoadedFont] = [:]

  private struct Place: Hashable {
    let path: String
    let index: Int
    let weight: Double?
  }

  /// Where the files that were read are, sorted.
  var paths: [String] { files.keys.sorted() }

  func font(for key: FontKey) -> LoadedFont? { byKey[key] }

  mutating func font(_ face: FontFace, weight asked: Int) throws(Problem) -> LoadedFont {
    let weight = face.isVariable ? face.weight(nearestTo: Double(asked)) : nil
    let place = Place(path: face.path, index: face.index, weight: weight)
    if let font = fonts[place] { return font }
    do throws(FontFailure) {
      let font = try LoadedFont(face, weight: weight, file: try file(at: face.path))
      fonts[place] = font
      byKey[font.key] = font
      return font
    } catch {
      throw Problem(.badInput, "can't use the font \(face.path)", hints: error.reason)
    }
  }

  private mutating func file(at path: String) throws(FontFailure) -> FontBytes {
    if let file = files[path] { return file }
    let file = try FontBytes(path: path)
    files[path] = file
    return file
  }
}

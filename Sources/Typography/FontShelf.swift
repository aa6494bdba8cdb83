import Primitives

/// The fonts in use. Files are read when they are first asked for, once.
struct FontShelf {
  private var files: [String: FontBytes] = [:]
  private var fonts: [FontChoice: LoadedFont] = [:]
  private var byKey: [FontKey: LoadedFont] = [:]

  /// Where the files that were read are, sorted.
  var paths: [String] { files.keys.sorted() }

  /// One that isn't any more what was read, if there is one.
  var changedPath: String? { paths.first { files[$0]?.isAsItWas == false } }

  func font(for key: FontKey) -> LoadedFont? { byKey[key] }

  mutating func font(_ choice: FontChoice) throws(Problem) -> LoadedFont {
    if let font = fonts[choice] { return font }
    let path = choice.face.path
    do throws(FontFailure) {
      let font = try LoadedFont(choice, file: try file(at: path))
      fonts[choice] = font
      byKey[font.key] = font
      return font
    } catch {
      throw Problem(.badInput, "can't use the font \(path)", hints: error.reason)
    }
  }

  private mutating func file(at path: String) throws(FontFailure) -> FontBytes {
    if let file = files[path] { return file }
    let file = try FontBytes(path: path)
    files[path] = file
    return file
  }
}

import Foundation

/// `language text FOLDER` prints the language whose symbol graphs are in a folder, and
/// `language uncommented FOLDER` the paths of what has no comment. `language signatures PAGES` writes signatures of the
/// language, as its page lists it, into the pages that ask for them; `language stale PAGES` names those in which others
/// stand.
@main
struct Main {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.count > 1, ["signatures", "stale"].contains(words[0]) {
      return renew(Array(words.dropFirst()), writes: words[0] == "signatures")
    }
    guard words.count == 2, ["text", "uncommented"].contains(words[0]) else { exit(64) }
    do {
      let language = LanguageText(try SymbolGraph(folder: words[1]))
      if words[0] == "text" {
        print(language.text, terminator: "")
      } else {
        for path in language.uncommented { print(path) }
      }
    } catch {
      FileHandle.standardError.write(Data("language: can't read the symbol graphs: \(error)\n".utf8))
      exit(65)
    }
  }

  /// The first page is that of the language.
  private static func renew(_ pages: [String], writes: Bool) {
    do {
      let signatures = Signatures(of: try String(contentsOfFile: pages[0], encoding: .utf8))
      for page in pages.dropFirst() {
        let old = try String(contentsOfFile: page, encoding: .utf8)
        let new: String
        do {
          new = try signatures.written(into: old)
        } catch let missing as Signatures.Missing {
          print("\(page): \(missing)")
          continue
        }
        guard new != old else { continue }
        if writes { try new.write(toFile: page, atomically: true, encoding: .utf8) }
        print(page)
      }
    } catch {
      FileHandle.standardError.write(Data("language: can't write signatures: \(error)\n".utf8))
      exit(65)
    }
  }
}

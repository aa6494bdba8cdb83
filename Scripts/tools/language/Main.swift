import Foundation

/// `language text FOLDER` prints the language whose symbol graphs are in a folder, and
/// `language uncommented FOLDER` the paths of what has no comment.
@main
struct Main {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
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
}

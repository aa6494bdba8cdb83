import Foundation

/// `language text FOLDER` prints the language whose symbol graphs are in a folder, `language uncommented FOLDER` the paths
/// of what has no comment.
@main
struct Main {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, let word = words.first, let folder = words.last else { exit(64) }
    let language = LanguageText(try SymbolGraph(folder: folder))
    switch word {
    case "text": print(language.text, terminator: "")
    case "uncommented": for path in language.uncommented { print(path) }
    default: exit(64)
    }
  }
}

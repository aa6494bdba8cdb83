import Primitives

/// What the compiler says of an author's file, with hints beneath what is about words of the language.
enum CompilerWords {
  static func hinted(_ said: String) -> String {
    guard said.contains("error: "), let words = LanguageWords.installed else { return said }
    return hinted(said, by: words)
  }

  static func hinted(_ said: String, by words: LanguageWords) -> String {
    said.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let hints = hints(for: plain(line), by: words)
      return [String(line)] + hints.map { "  hint: " + $0 }
    }.joined(separator: "\n")
  }

  /// Only the line that a message begins with has hints, not what repeats it under the code.
  private static func hints(for line: String, by words: LanguageWords) -> [String] {
    guard let match = line.firstMatch(of: /^[^|]+:\d+:\d+: error: (.*)/) else { return [] }
    let message = String(match.1)
    if let found = message.firstMatch(of: /^value of type '([^']+)' has no member '([^']+)'/) {
      return words.hints(for: String(found.2), of: String(found.1), isOfType: false)
    }
    if let found = message.firstMatch(of: /^type '([^']+)' has no member '([^']+)'/) {
      return words.hints(for: String(found.2), of: String(found.1), isOfType: true)
    }
    if let found = message.firstMatch(of: /^cannot find (?:type )?'([^']+)' in scope/) {
      return words.hints(for: String(found.1))
    }
    let bare = /^(?:cannot infer contextual base in )?reference to member '([^']+)'/
    if let found = message.firstMatch(of: bare), !words.knows(ofTypes: String(found.1)) {
      return words.hints(for: String(found.1), of: "", isOfType: true)
    }
    return []
  }

  /// Without colors.
  private static func plain(_ line: Substring) -> String {
    String(line.replacing(/\u{1B}\[[0-9;]*m/, with: ""))
  }
}

import Foundation
import Primitives
import Production

/// The words of the language, as `Docs/Language.api.txt` lists them: for hints to who mistyped one.
struct LanguageWords {
  private struct Member {
    var name: String
    /// Whether it is said of the type, as `.easeOut` is.
    var isOfType: Bool
    /// Whether it stands for one value, without arguments.
    var isConstant: Bool
  }

  private var types: Set<String> = []
  private var members: [String: [Member]] = [:]
  private var promises: [String: Set<String>] = [:]

  /// Nil where the page isn't beside this installation; then there are no hints.
  static var installed: LanguageWords? {
    let page = Installation.root + "/Docs/Language.api.txt"
    return FileManager.default.contents(atPath: page).map {
      LanguageWords(String(decoding: $0, as: UTF8.self))
    }
  }

  init(_ page: String) {
    var owner = ""
    for line in page.split(separator: "\n") {
      if line.hasPrefix("  ") {
        if let member = LanguageWords.member(line.dropFirst(2)) {
          members[owner, default: []].append(member)
        }
      } else {
        owner = readHead(line)
      }
    }
  }

  /// Reads `struct Text: Element, Sendable` or `extension Animated where Value == Double`.
  private mutating func readHead(_ line: Substring) -> String {
    let words = line.split(separator: " ")
    guard words.count > 1, ["struct", "enum", "protocol", "class", "extension"].contains(words[0]) else {
      return ""
    }
    let name = words[1].prefix { $0 != ":" && $0 != "<" }
    if words[0] != "extension" { types.insert(String(name)) }
    if let colon = line.firstIndex(of: ":"), words[0] != "extension" {
      let list = line[line.index(after: colon)...].split(separator: ",")
      promises[String(name), default: []].formUnion(list.map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return String(name)
  }

  private static func member(_ line: Substring) -> Member? {
    let isStatic = line.hasPrefix("static ")
    let rest = isStatic ? line.dropFirst("static ".count) : line
    guard let space = rest.firstIndex(of: " ") else { return nil }
    let kind = rest[..<space]
    let name = rest[rest.index(after: space)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard ["func", "var", "let", "case"].contains(kind), !name.isEmpty else { return nil }
    let isConstant = kind != "func" && !rest.contains("(")
    return Member(name: String(name), isOfType: isStatic || kind == "case", isConstant: isConstant)
  }

  /// What to say to who wrote a word that a value, or a type, doesn't have.
  func hints(for word: String, of type: String, isOfType: Bool) -> [String] {
    let own = all(of: type).filter { $0.isOfType == isOfType }
    // A word that only other types have isn't mistyped, and is no hint for itself.
    let others = members.sorted { $0.key < $1.key }.flatMap(\.value)
      .filter { $0.isOfType == isOfType && $0.name != word }
    let dot = isOfType ? "." : ""
    let near =
      Suggestion.nearest(to: word, among: own.map(\.name))
      ?? Suggestion.nearest(to: word, among: others.map(\.name))
    let constants = Set(own.filter(\.isConstant).map(\.name)).sorted()
    let list = isOfType && (2...40).contains(constants.count) ? constants.map { "." + $0 } : []
    return (near.map { ["did you mean \(dot)\($0)?"] } ?? [])
      + (list.isEmpty ? [] : ["\(type) has \(list.joined(separator: ", "))"])
  }

  /// What to say to who wrote a word that stands for nothing.
  func hints(for word: String) -> [String] { Suggestion.hints(for: word, among: types.sorted()) }

  /// Whether anything is said by this word after a dot alone.
  func knows(ofTypes word: String) -> Bool {
    members.values.contains { $0.contains { $0.isOfType && $0.name == word } }
  }

  /// What a type has, and what it has by what it promises.
  private func all(of type: String) -> [Member] {
    let name = String(type.split(separator: ".").last ?? "").prefix { $0 != "<" }
    let known = promises[type] ?? promises[String(name)] ?? []
    return ([type, String(name)] + known.sorted()).flatMap { members[$0] ?? [] }
  }
}

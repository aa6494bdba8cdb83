import Foundation

/// The signatures that pages of the documentation end with, from the page that lists the language.
///
/// A page asks for them with `<!-- signatures: Image, Element.opacity.scale -->`: all that can be called on a type, or
/// some of it by name. What stands from there to `<!-- end -->` is written anew.
struct Signatures {
  private struct Call {
    var owner: String
    var name: String
    var line: String
  }

  private var calls: [Call] = []

  init(of language: String) {
    var owner = ""
    for line in language.split(separator: "\n") {
      if line.hasPrefix("  ") {
        if let call = Signatures.call(String(line.dropFirst(2)), of: owner) { calls.append(call) }
      } else {
        let words = line.split(separator: " ")
        owner =
          words.count > 1 && words[0] != "of" ? String(words[1].prefix { $0 != ":" && $0 != "<" }) : ""
      }
    }
  }

  /// A page with its signatures as they are now; throws what it asks for and isn't there.
  func written(into page: String) throws -> String {
    var (lines, isOld): ([String], Bool) = ([], false)
    for line in page.components(separatedBy: "\n") {
      if line == "<!-- end -->" { isOld = false }
      if !isOld { lines.append(line) }
      guard let asked = line.wholeMatch(of: /<!-- signatures: (.*) -->/) else { continue }
      isOld = true
      lines.append("")
      lines.append("```text")
      for entry in asked.1.split(separator: ", ") { lines += try all(of: String(entry)) }
      lines.append("```")
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private func all(of entry: String) throws -> [String] {
    let parts = entry.split(separator: ".").map(String.init)
    let own = calls.filter { $0.owner == parts[0] }
    let wanted =
      parts.count == 1
      ? own.filter { $0.name == "init" } + own.filter { $0.name != "init" }
      : parts.dropFirst().flatMap { name in own.filter { $0.name == name } }
    for name in parts.dropFirst() where !own.contains(where: { $0.name == name }) {
      throw Missing(description: "\(parts[0]) has no \(name)")
    }
    guard !wanted.isEmpty else { throw Missing(description: "nothing can be called on \(parts[0])") }
    var seen: Set<String> = []
    return wanted.map(\.line).filter { seen.insert($0).inserted }.flatMap(Signatures.wrapped)
  }

  /// What is no call of an author's: operators, literals, and what protocols ask for.
  private static let others: Set<String> = ["mix", "with", "setting", "hash", "encode"]

  private static func call(_ line: String, of owner: String) -> Call? {
    guard let match = line.wholeMatch(of: /(static func |func |init\??)([A-Za-z]*)(?:<[^>]*>)?(\(.*)/)
    else { return nil }
    let (kind, name) = (String(match.1), String(match.2))
    guard !others.contains(name), !match.3.hasPrefix("(integerLiteral"),
      !match.3.hasPrefix("(floatLiteral"),
      !match.3.hasPrefix("(stringLiteral"), !match.3.hasPrefix("(from decoder")
    else { return nil }
    // What is a form of numbers or measures is said without the protocol's name.
    let isBare = kind == "func " || owner.hasSuffix("Form")
    let head = kind.hasPrefix("init") ? owner : isBare ? ".\(name)" : "\(owner).\(name)"
    return Call(
      owner: owner, name: kind.hasPrefix("init") ? "init" : name,
      line: plain(head + String(match.3), of: owner, isMade: kind.hasPrefix("init")))
  }

  /// As it is said, rather than as it is declared.
  private static func plain(_ text: String, of owner: String, isMade: Bool) -> String {
    var text = text
    text = text.replacing(/, file: String = #filePath, line [a-z]*:? ?Int = #line/, with: "")
    text = text.replacing(/(, )?file: String = #filePath, line: Int = #line/, with: "").replacing(
      "(, ", with: "(")
    if let demand = text.firstRange(of: " where E: Element") {
      text = String(text[..<demand.lowerBound]).replacing(/\bE\b/, with: "some Element")
    }
    for words in ["sending ", "@escaping ", "@Sendable "] { text = text.replacing(words, with: "") }
    for kind in ["Number", "Measure", "Angle", "Length", "Moment"] {
      for form in ["Form", "Value"] {
        text = text.replacing("some \(kind)\(form)", with: kind.lowercased())
      }
    }
    text = text.replacing(/\ = (Measure|Moment|Animated<[A-Za-z]+>)\./, with: " = .")
    text = text.replacing(/,? ?@LayersBuilder (_ )?[a-z]+: \(\) -> Layers\)/, with: ") { … }").replacing(
      "() { … }", with: " { … }")
    for result in ["Self.Styled", "Self", owner] where !isMade {
      if text.hasSuffix(" -> \(result)") { text.removeLast(" -> \(result)".count) }
    }
    return text
  }

  /// Broken between arguments where it is too long for a page.
  private static func wrapped(_ line: String) -> [String] {
    var lines = [""]
    for part in line.split(separator: ", ", omittingEmptySubsequences: false) {
      let piece = lines[lines.count - 1].isEmpty ? String(part) : ", " + part
      if lines[lines.count - 1].count + piece.count > 104, !lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] += ","
        lines.append("    " + part)
      } else {
        lines[lines.count - 1] += piece
      }
    }
    return lines
  }
}

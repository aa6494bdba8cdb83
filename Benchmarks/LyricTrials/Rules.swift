import Foundation
import Lyrics
import Primitives

/// What files must hold, where it takes a person to understand what is said about them.
///
/// A table of three columns: a file's name, the beginning of its content's fingerprint, and facts
/// separated by semicolons. A file that changed has no rule any more. Times are milliseconds.
///
/// | fact | holds if |
/// |---|---|
/// | `lines 3` | there are so many |
/// | `starts 0 500 -` | lines start so; `-` is no time |
/// | `spans 0-500 500-` | lines start and end so |
/// | `voices - F M` | those sing the lines |
/// | `words 2 0-500 500-` | so are the times of the second line's words |
/// | `whole 1 7` | the first line has so many words, syllables put together |
/// | `behind 1 0-500` | so are the times of what is sung behind the first line |
/// | `sections 0 500` | sections start so |
/// | `modifiers 2` | so many sections have one |
/// | `untimed 1` | no word of the first line has a time |
/// | `guessed 3` | so many words have guessed times |
/// | `warns` | something was mended |
/// | `same FILE` | the text is that of another file |
/// | `not cues` | what other programs read counts for nothing here |
/// | `# …` | always: it is a note |
struct Rules {
  struct Rule {
    let facts: [[String]]
    let note: String
    var overrulesCues: Bool { facts.contains(["not", "cues"]) }
  }

  private var rules: [String: Rule] = [:]

  init(contentsOf path: String) throws {
    for row in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let columns = row.components(separatedBy: "\t")
      guard columns.count == 3 else { continue }
      let facts = columns[2].components(separatedBy: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let notes = facts.filter { $0.hasPrefix("#") }.map { String($0.dropFirst(2)) }
      let checks = facts.filter { !$0.hasPrefix("#") && !$0.isEmpty }.map {
        $0.components(separatedBy: " ")
      }
      rules[columns[0] + columns[1]] = Rule(facts: checks, note: notes.joined(separator: "; "))
    }
  }

  func rule(for trial: Trial) -> Rule? { rules[trial.name + trial.digest] }
}

extension Rules.Rule {
  func findings(in trial: Trial, among trials: [Trial]) -> [String] {
    guard trial.reading != nil else { return [trial.summary] }
    return facts.compactMap { fact in
      let found = Self.found(fact, in: trial, among: trials)
      let wanted = fact.dropFirst(Self.indexed.contains(fact[0]) ? 2 : 1).joined(separator: " ")
      return found == wanted ? nil : "\(fact.joined(separator: " ")), but it is \(found)"
    }
  }

  private static let indexed: Set = ["words", "whole", "behind", "untimed"]

  /// What holds in place of what a fact says; the same words if it is true.
  private static func found(_ fact: [String], in trial: Trial, among trials: [Trial]) -> String {
    let lines = trial.lines
    let line =
      fact.count > 1 ? Int(fact[1]).flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil } : nil
    let sections = trial.reading?.sheet.sections ?? []
    switch fact[0] {
    case "lines": return "\(lines.count)"
    case "starts": return lines.map { text($0.start) }.joined(separator: " ")
    case "spans": return lines.map { span($0.start, $0.end) }.joined(separator: " ")
    case "voices": return lines.map { $0.voice.isEmpty ? "-" : $0.voice }.joined(separator: " ")
    case "words": return line?.words.map { span($0.start, $0.end) }.joined(separator: " ") ?? "missing"
    case "behind":
      return line?.background.map { span($0.start, $0.end) }.joined(separator: " ") ?? "missing"
    case "whole": return line.map { "\($0.words.wholeWords.count)" } ?? "missing"
    case "untimed": return line?.words.contains { $0.start != nil && !$0.isGuessed } == false ? "" : "timed"
    case "sections": return sections.map { text($0.start) }.joined(separator: " ")
    case "modifiers": return "\(sections.count { !$0.modifier.isEmpty })"
    case "guessed": return "\(lines.flatMap(\.words).count { $0.isGuessed })"
    case "warns": return trial.reading?.warnings.isEmpty == false ? "" : "silent"
    case "same":
      let other = trials.first { $0.name == fact[1] }
      return other?.lines.map(\.text) == lines.map(\.text) ? fact[1] : "another text"
    case "not": return fact.dropFirst().joined(separator: " ")
    default: return "an unknown fact"
    }
  }

  private static func text(_ time: Time?) -> String { time.map { "\($0.milliseconds)" } ?? "-" }
  private static func span(_ start: Time?, _ end: Time?) -> String {
    start == nil && end == nil
      ? "-" : (start == nil ? "" : text(start)) + "-" + (end == nil ? "" : text(end))
  }
}

import Foundation
import Lyrics
import Primitives

/// A folder with a folder for each format, and in each of those an ORIGINS.tsv that says in words
/// what its files hold.
struct Corpus {
  private let folder: String
  private let rules: Rules
  private let events: [String: Any]  // a second reading of SRT and ASS, by another program
  private var trials: [Trial] = []

  init(folder: String, rules: String) throws {
    self.folder = folder
    self.rules = try Rules(contentsOf: rules)
    let second = URL(fileURLWithPath: folder).appendingPathComponent("expected_pysubs2.json")
    if let data = try? Data(contentsOf: second), let json = try? JSONSerialization.jsonObject(with: data) {
      events = json as? [String: Any] ?? [:]
    } else {
      events = [:]
    }
    for part in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard let table = try? String(contentsOfFile: "\(folder)/\(part)/ORIGINS.tsv", encoding: .utf8) else {
        continue
      }
      let rows = table.split(separator: "\n").map { $0.components(separatedBy: "\t") }
      guard let column = rows.first?.firstIndex(of: "expected") else { continue }
      for row in rows.dropFirst() {
        let expected = column < row.count ? row[column].trimmingCharacters(in: .whitespaces) : ""
        trials.append(try Trial("\(part)/\(row[0])", in: folder, expected: expected))
      }
    }
  }

  /// Says of each file what was read and whether that is right; returns whether nothing disagrees.
  func report() -> Bool {
    var counts: [Verdict.Kind: Int] = [:]
    for trial in trials {
      let verdict = verdict(on: trial)
      counts[verdict.kind, default: 0] += 1
      print("\(verdict.kind.mark)  \(trial.name)  \(trial.summary)")
      for reason in verdict.reasons { print("          \(reason)") }
    }
    let totals = Verdict.Kind.allCases.map { "\(counts[$0] ?? 0) \($0.name)" }
    print("\n\(trials.count) files: \(totals.joined(separator: ", "))")
    return counts[.wrong] == nil && !trials.isEmpty
  }

  private func verdict(on trial: Trial) -> Verdict {
    var verdict = Verdict()
    if let rule = rules.rule(for: trial) {
      verdict.take(rule.findings(in: trial, among: trials), by: "rules")
      verdict.note(rule.note)
    } else if !trial.expected.isEmpty, !trial.expected.hasPrefix("expected parse in") {
      let prose = Prose(trial.expected)
      if trial.reading == nil, !trial.expected.lowercased().contains("error") {
        verdict.take([trial.summary], by: "prose")
      } else if prose.isEmpty {
        verdict.note("nobody has read \"\(trial.expected)\" yet")
      } else {
        verdict.take(prose.findings(in: trial), by: "prose")
      }
    }
    if rules.rule(for: trial)?.overrulesCues != true {
      if let cues = Cues(besides: trial, in: folder) { verdict.take(cues.findings(in: trial), by: "cues") }
      if let list = events[trial.name] as? [[String: Any]] {
        verdict.take(Cues(events: list).findings(in: trial), by: "another program's reading")
      }
    }
    let siblings = trials.filter { $0.song == trial.song && $0.name != trial.name }
    if trial.song != nil, !siblings.isEmpty {
      verdict.take(trial.findings(besides: siblings), by: "the same song in other formats")
    }
    if verdict.kind == .unjudged, trial.reading == nil { verdict.take([trial.summary], by: "nothing") }
    return verdict
  }
}

/// Whether a file was read right.
struct Verdict {
  enum Kind: CaseIterable {
    case right, wrong, unjudged

    var mark: String { self == .right ? "right   " : self == .wrong ? "WRONG   " : "unjudged" }
    var name: String {
      self == .right ? "right" : self == .wrong ? "wrong" : "read, with nothing to judge them by"
    }
  }

  private(set) var reasons: [String] = []
  private var judges: [String] = []
  private var isWrong = false

  var kind: Kind { isWrong ? .wrong : judges.isEmpty ? .unjudged : .right }

  mutating func take(_ findings: [String], by judge: String) {
    judges.append(judge)
    isWrong = isWrong || !findings.isEmpty
    reasons += findings.map { "\(judge): \($0)" }
  }

  mutating func note(_ text: String) { if !text.isEmpty { reasons.append(text) } }
}

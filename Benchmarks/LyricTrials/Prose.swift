import Lyrics
import Primitives

/// What a sentence about a file claims, as far as it follows a few shapes: `3 lines`,
/// `starts 10, 20`, `sections Intro@0`, `ra 1700-2100`.
struct Prose {
  private var count: Int?
  private var starts: [Int] = []
  private var spans: [(word: String, start: Int, end: Int)] = []
  private var marks: [Int] = []

  init(_ text: String) {
    if let match = text.firstMatch(of: /\b(\d+) (?:\w+ )?(?:lines?|cues?|events?)\b/) {
      count = Int(match.1)
    }
    if let match = text.firstMatch(of: /(?:starts|lines:|lines @) ?(\d+(?:, ?\d+)+)/) {
      starts = match.1.split { $0 == "," || $0 == " " }.compactMap { Int($0) }
    }
    for match in text.matches(of: /(?:([^\s,;:"“”-]+) )?(\d{2,})-(\d{2,})/) {
      spans.append((String(match.1 ?? ""), Int(match.2) ?? 0, Int(match.3) ?? 0))
    }
    for match in text.matches(of: /@(\d+)/) { marks.append(Int(match.1) ?? 0) }
  }

  var isEmpty: Bool { count == nil && starts.isEmpty && spans.isEmpty && marks.isEmpty }

  func findings(in trial: Trial) -> [String] {
    var findings: [String] = []
    if let count, count != trial.lines.count { findings.append("\(trial.lines.count) lines, not \(count)") }
    let found = Set(trial.lines.compactMap { $0.start?.milliseconds })
    let sections = trial.reading?.sheet.sections.compactMap { $0.start?.milliseconds } ?? []
    for start in starts where !found.contains(start) { findings.append("no line starts at \(start)") }
    let sung = Set(trial.lines.flatMap(\.words).compactMap { $0.start?.milliseconds })
    for mark in marks where !sung.contains(mark) && !found.contains(mark) && !sections.contains(mark) {
      findings.append("nothing starts at \(mark)")
    }
    let words = trial.lines.flatMap { $0.words + $0.background }
    for span in spans {
      let isLine = trial.lines.contains {
        $0.start?.milliseconds == span.start && $0.end?.milliseconds == span.end
      }
      let isWord = words.contains {
        $0.start?.milliseconds == span.start && $0.end?.milliseconds == span.end
      }
      if !isLine, !isWord { findings.append("nothing lasts from \(span.start) to \(span.end)") }
    }
    return findings
  }
}

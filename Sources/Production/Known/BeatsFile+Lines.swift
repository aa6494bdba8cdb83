import Foundation
import Primitives

extension BeatsFile {
  mutating func readLines(_ text: String, _ path: String) throws(Problem) {
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = raw.drop(while: \.isWhitespace)
      // Audacity writes frequencies of a label on a line of their own.
      guard !line.isEmpty, !line.hasPrefix("\\"), !line.hasPrefix("#") else { continue }
      if let match = line.firstMatch(of: /^\[(\d{1,3}):(\d{1,2}(?:[.:]\d{1,3})?)\](.*)$/) {
        let seconds = Double(match.2.replacing(":", with: ".")) ?? .nan
        try add((Double(match.1) ?? 0) * 60 + seconds, word: match.3, path)
      } else if line.hasPrefix("[") {
        // A tag of LRC, such as the title.
        continue
      } else {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard let time = Double(fields[0].trimmingCharacters(in: .whitespaces)) else {
          throw Problem(
            .badInput, "\(path):\(number + 1): \"\(line.prefix(40))\" begins with no time",
            hints: "Audacity labels: start, end and text, divided by tabs", "LRC: [00:00.50] 1")
        }
        try add(time, word: fields.count > 2 ? fields[2] : "", path)
      }
    }
  }

  private mutating func add(_ time: Double, word: Substring, _ path: String) throws(Problem) {
    let time = try BeatsFile.check(time, path)
    beats.append(time)
    let word = word.trimmingCharacters(in: .whitespaces).lowercased()
    if ["1", "bar", "downbeat", "|"].contains(word) || word.hasPrefix("1.") || word.hasPrefix("bar ") {
      downbeats.append(time)
    }
  }
}

import Foundation
import Hearing
import Primitives
import Production

/// Beats that somebody corrected: JSON, Audacity labels, or LRC marks.
///
/// In JSON, `beats`, `downbeats` and `sections` are as `analyze --json` writes them, or the whole is a list of
/// beats. A label or mark is a beat; one that says `1`, `bar` or `downbeat` begins a bar.
struct BeatsFile {
  private(set) var beats: [Double] = []
  private(set) var downbeats: [Double] = []
  private(set) var sections: [Section] = []

  private static let limit = 200_000

  init(_ path: String) throws(Problem) {
    let bytes = try InputText.bytes(of: path)
    let text = String(decoding: bytes, as: UTF8.self)
    switch text.first(where: { !$0.isWhitespace }) {
    case "{": try readJSON(Data(bytes), path)
    case "[" where text.contains(#/^\s*\[\s*[-0-9.{\]]/#) && !text.contains(#/^\s*\[\d+:\d/#):
      try readJSON(Data(bytes), path)
    default: try readLines(text, path)
    }
    beats = BeatsFile.joined(beats.sorted(), downbeats)
    downbeats = BeatsFile.sorted(downbeats)
    guard beats.count > 1 || !sections.isEmpty else {
      throw Problem(
        .badInput, "there are no beats in \(path)",
        hints: "JSON: {\"beats\": [0.5, 1.0], \"downbeats\": [0.5]}",
        "Audacity labels: start, end and text, divided by tabs", "LRC: [00:00.50] 1")
    }
    guard beats.count <= BeatsFile.limit else {
      throw Problem(
        .badInput, "there are \(beats.count) beats in \(path)", hints: "\(BeatsFile.limit) is the limit")
    }
  }

  /// What it says, over what is known otherwise.
  func corrected(_ facts: KnownFacts) -> KnownFacts {
    var facts = facts
    if beats.count > 1 { facts.beats = beats }
    if !downbeats.isEmpty { facts.downbeats = downbeats }
    if !sections.isEmpty { facts.sections = sections }
    return facts
  }

  /// A downbeat is a beat, whether it is said twice or not.
  private static func joined(_ beats: [Double], _ downbeats: [Double]) -> [Double] {
    var next = 0
    let own = downbeats.sorted().filter { downbeat in
      while next < beats.count, beats[next] <= downbeat - 0.02 { next += 1 }
      return next == beats.count || beats[next] >= downbeat + 0.02
    }
    return sorted(beats + own)
  }

  private static func sorted(_ times: [Double]) -> [Double] {
    times.sorted().reduce(into: []) { if $1 - ($0.last ?? -1) > 1e-3 { $0.append($1) } }
  }

  private static func check(_ time: Double, _ path: String) throws(Problem) -> Double {
    guard time.isFinite, time >= 0, time < 86_400 else {
      throw Problem(
        .badInput, "there is a beat at \(time.brief) s in \(path)", hints: "times are seconds from 0 on")
    }
    return time
  }

  // MARK: JSON

  private struct Mark: Decodable {
    var time: Double

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Double.self) {
        time = number
        return
      }
      let object = try decoder.container(keyedBy: AnyKey.self)
      for name in ["time", "t", "start"] {
        if let number = try? object.decode(Double.self, forKey: AnyKey(stringValue: name)) {
          time = number
          return
        }
      }
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "neither a number nor a time"))
    }
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct Document: Decodable {
    struct Part: Decodable {
      var start: Double
      var end: Double?
      var label: String?
      var letter: String?
    }
    var beats: [Mark]?
    var downbeats: [Mark]?
    var sections: [Part]?
  }

  private mutating func readJSON(_ data: Data, _ path: String) throws(Problem) {
    let document: Document
    do {
      if let list = try? JSONDecoder().decode([Mark].self, from: data) {
        document = Document(beats: list)
      } else {
        document = try JSONDecoder().decode(Document.self, from: data)
      }
    } catch {
      throw Problem(
        .badInput, "can't understand the JSON in \(path)",
        hints: "\((error as NSError).localizedDescription)",
        "{\"beats\": [0.5, 1.0], \"downbeats\": [0.5]}")
    }
    for mark in document.beats ?? [] { beats.append(try BeatsFile.check(mark.time, path)) }
    for mark in document.downbeats ?? [] { downbeats.append(try BeatsFile.check(mark.time, path)) }
    let parts = (document.sections ?? []).sorted { $0.start < $1.start }
    for (index, part) in parts.enumerated() {
      let start = try BeatsFile.check(part.start, path)
      let next = index + 1 < parts.count ? parts[index + 1].start : nil
      let end = try BeatsFile.check(part.end ?? next ?? start, path)
      guard end >= start else {
        throw Problem(.badInput, "a section in \(path) ends before it starts, at \(start.brief) s")
      }
      sections.append(
        Section(start: start, end: end, label: part.label ?? "section", letter: part.letter ?? ""))
    }
  }

  // MARK: Lines

  private mutating func readLines(_ text: String, _ path: String) throws(Problem) {
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

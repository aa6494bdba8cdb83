import Foundation
import Hearing
import Primitives

extension BeatsFile {
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

  mutating func readJSON(_ data: Data, _ path: String) throws(Problem) {
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
}

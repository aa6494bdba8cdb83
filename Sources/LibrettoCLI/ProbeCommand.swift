import Foundation
import Media
import Primitives
import Production

/// `probe`: what files of pictures and sound are.
enum ProbeCommand {
  /// Looks at every file named; returns the exit code of the first that can't be read.
  static func run(_ invocation: Invocation) throws(Problem) -> Int32 {
    var code: Int32 = 0
    var answers: [Answer] = []
    for path in invocation.operands {
      do throws(Problem) {
        let facts = try MediaProbe.facts(of: path)
        if invocation.has(.json) {
          answers.append(Answer(path, facts))
        } else {
          print("\(path)  \(line(facts))")
        }
      } catch {
        if code == 0 { code = error.kind.rawValue }
        if invocation.has(.json) {
          answers.append(Answer(path, error))
        } else {
          _ = Report.fail([Diagnostic(.error, error, at: nil)])
        }
      }
    }
    if invocation.has(.json) { print(try json(answers)) }
    return code
  }

  /// What is known, in the order in which one asks.
  private static func line(_ facts: MediaFacts) -> String {
    var words = ["\(facts.coding) \(facts.kind.rawValue)"]
    if let size = facts.size { words.append("\(size)") }
    if let count = facts.frameCount, facts.kind != .picture {
      words.append("\(count) frame\(count == 1 ? "" : "s")")
    }
    if let length = facts.length { words.append("\(length) s") }
    if let rate = facts.rate { words.append("\(facts.isVariable ? "about " : "")\(rate) a second") }
    if let depth = facts.depth { words.append("\(depth) bit\(depth == 1 ? "" : "s")") }
    if let color = facts.color { words.append(color) }
    if facts.hasAlpha == true { words.append("alpha") }
    if let rate = facts.sampleRate { words.append("\(rate) Hz") }
    if let channels = facts.channels { words.append("\(channels) channel\(channels == 1 ? "" : "s")") }
    if facts.kind == .clip {
      for stream in facts.streams where stream.kind == "audio" {
        words.append("sound \(stream.coding) \(stream.sampleRate ?? 0) Hz")
      }
    }
    return words.joined(separator: ", ") + (facts.lack.map { "; says its header, but \($0)" } ?? "")
  }

  private struct Answer: Encodable {
    struct Stream: Encodable {
      var kind: String
      var codec: String
      var width: Int?
      var height: Int?
      var sampleRate: Int?
      var channels: Int?
    }

    var file: String
    var kind: String?
    var format: String?
    var width: Int?
    var height: Int?
    var frames: Int?
    var duration: Double?
    var rate: String?
    var variableRate: Bool?
    var depth: Int?
    var color: String?
    var alpha: Bool?
    var sampleRate: Int?
    var channels: Int?
    var streams: [Stream]?
    /// Whether the header alone answers, and why.
    var truncated: Bool?
    var note: String?
    var error: String?
    var hints: [String]?
    var code: Int32?

    init(_ path: String, _ facts: MediaFacts) {
      file = path
      (kind, format) = (facts.kind.rawValue, facts.coding)
      (width, height) = (facts.size?.width, facts.size?.height)
      (frames, duration, rate) = (facts.frameCount, facts.length?.seconds, facts.rate.map { "\($0)" })
      variableRate = facts.rate == nil ? nil : facts.isVariable
      (depth, color, alpha) = (facts.depth, facts.color, facts.hasAlpha)
      (sampleRate, channels) = (facts.sampleRate, facts.channels)
      (truncated, note) = (facts.lack.map { _ in true }, facts.lack)
      streams = facts.streams.map {
        Stream(
          kind: $0.kind, codec: $0.coding, width: $0.size?.width, height: $0.size?.height,
          sampleRate: $0.sampleRate, channels: $0.channels)
      }
    }

    init(_ path: String, _ problem: Problem) {
      (file, error, hints, code) = (path, problem.message, problem.hints, problem.kind.rawValue)
    }
  }

  /// A list, also of one file.
  private static func json(_ answers: [Answer]) throws(Problem) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(answers), as: UTF8.self)
    } catch {
      throw Problem(.bug, "the answer can't be written as JSON", hints: "\(error)")
    }
  }
}

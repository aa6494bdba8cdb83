import Foundation
package import Hearing
package import Primitives

/// Beats that somebody corrected: JSON, Audacity labels, or LRC marks.
///
/// In JSON, `beats`, `downbeats` and `sections` are as `analyze --json` writes them, or the whole is a list of
/// beats. A label or mark is a beat; one that says `1`, `bar` or `downbeat` begins a bar.
package struct BeatsFile {
  var beats: [Double] = []
  var downbeats: [Double] = []
  var sections: [Section] = []

  private static let limit = 200_000

  package init(_ path: String) throws(Problem) { try self.init(InputText.bytes(of: path), named: path) }

  init(_ bytes: [UInt8], named path: String) throws(Problem) {
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
  package func corrected(_ facts: KnownFacts) -> KnownFacts {
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

  static func check(_ time: Double, _ path: String) throws(Problem) -> Double {
    guard time.isFinite, time >= 0, time < 86_400 else {
      throw Problem(
        .badInput, "there is a beat at \(time.brief) s in \(path)", hints: "times are seconds from 0 on")
    }
    return time
  }
}

import Foundation
import Lyrics
import Primitives

/// What another program read: starts, ends and text.
struct Cues {
  private let cues: [(start: Int, end: Int, text: String)]

  /// `name.json` beside `name.vtt`; nil where there is none.
  init?(besides trial: Trial, in folder: String) {
    guard trial.name.hasSuffix(".vtt"),
      let data = try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(trial.name.dropLast(4)).json")),
      let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let list = root["cues"] as? [[String: Any]]
    else { return nil }
    cues = list.map { cue in
      func time(_ name: String) -> Int { Int(((cue[name] as? Double ?? 0) * 1000).rounded()) }
      return (time("startTime"), time("endTime"), cue["text"] as? String ?? "")
    }
  }

  init(events: [[String: Any]]) {
    cues = events.filter { $0["comment"] as? Bool != true }.map {
      ($0["start"] as? Int ?? 0, $0["end"] as? Int ?? 0, $0["text"] as? String ?? "")
    }
  }

  /// Cues without words are no lines; times before the song are its start.
  func findings(in trial: Trial) -> [String] {
    let wanted = cues.filter { !plain($0.text).isEmpty }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    guard trial.reading != nil else { return ["not read"] }
    guard wanted.count == trial.lines.count else {
      return ["\(trial.lines.count) lines, not \(wanted.count)"]
    }
    let read = trial.lines.sorted {
      ($0.start?.milliseconds ?? 0, $0.end?.milliseconds ?? 0) < (
        $1.start?.milliseconds ?? 0, $1.end?.milliseconds ?? 0
      )
    }
    for (cue, line) in zip(wanted, read) {
      let start = line.start?.milliseconds ?? -1
      if abs(start - max(0, cue.start)) > 1 { return ["a line at \(start), not \(cue.start)"] }
      if let end = line.end?.milliseconds, abs(end - cue.end) > 1 {
        return ["a line to \(end), not \(cue.end)"]
      }
      if plain(line.text) != plain(cue.text) { return ["the line at \(start) has other words"] }
    }
    return []
  }

  /// Letters and digits only, without tags; what is read of ruby stands under its letters.
  private func plain(_ text: String) -> String {
    var text = text.replacing(/<rt>.*?(<\/rt>|$)/, with: "").replacing(/<[^<>]*>/, with: "")
    text = text.replacing(/\{[^}]*\}/, with: "").replacing(/&[a-z]+;/, with: "")
    return String(text.filter { $0.isLetter || $0.isNumber })
  }
}

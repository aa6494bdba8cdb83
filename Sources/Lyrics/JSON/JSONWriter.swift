internal import Primitives

/// Writes sheets as Libretto's own JSON. Times are in ticks, so that none is rounded; what is
/// usual (no voice, no start, nothing joined) is left out.
enum JSONWriter {
  static func text(of sheet: LyricSheet) -> String {
    var members = ["\"libretto\": \"lyrics\"", "\"ticksPerSecond\": \(Time.ticksPerSecond)"]
    members += string("title", sheet.title) + string("artist", sheet.artist)
    if !sheet.metadata.isEmpty {
      let facts = sheet.metadata.map {
        object(["\"name\": \($0.name.jsonQuoted)", "\"value\": \($0.value.jsonQuoted)"])
      }
      members.append("\"metadata\": [\(facts.joined(separator: ", "))]")
    }
    if !sheet.voices.isEmpty {
      members.append("\"voices\": [\(sheet.voices.map(voice).joined(separator: ", "))]")
    }
    let tracks = sheet.tracks.map(track)
    return
      "{\n  \(members.joined(separator: ",\n  ")),\n  \"tracks\": [\(tracks.joined(separator: ","))]\n}\n"
  }

  private static func voice(_ voice: LyricVoice) -> String {
    object(string("id", voice.id) + string("name", voice.name) + ["\"kind\": \"\(voice.kind.rawValue)\""])
  }

  private static func track(_ track: LyricTrack) -> String {
    let sections = track.sections.map(section).joined(separator: ",")
    return "\n    "
      + object(
        string("language", track.language) + [
          "\"kind\": \"\(track.kind.rawValue)\"", "\"sections\": [\(sections)]",
        ])
  }

  private static func section(_ section: LyricSection) -> String {
    let lines = section.lines.map(line).joined(separator: ",")
    return "\n      "
      + object(
        string("label", section.label) + string("modifier", section.modifier) + time("start", section.start)
          + ["\"lines\": [\(lines)]"])
  }

  private static func line(_ line: LyricLine) -> String {
    var members = string("voice", line.voice) + time("start", line.start) + time("end", line.end)
    if let index = line.mainIndex { members.append("\"mainIndex\": \(index)") }
    members.append("\"words\": [\(line.words.map(word).joined(separator: ", "))]")
    if !line.background.isEmpty {
      members.append("\"background\": [\(line.background.map(word).joined(separator: ", "))]")
    }
    return "\n        " + object(members)
  }

  private static func word(_ word: LyricWord) -> String {
    object(
      ["\"text\": \(word.text.jsonQuoted)"] + time("start", word.start) + time("end", word.end)
        + truth("joinsNext", word.joinsNext) + truth("endsRow", word.endsRow)
        + truth("isGuessed", word.isGuessed) + string("voice", word.voice))
  }

  static func object(_ members: [String]) -> String { "{" + members.joined(separator: ", ") + "}" }

  static func string(_ name: String, _ value: String) -> [String] {
    value.isEmpty ? [] : ["\"\(name)\": \(value.jsonQuoted)"]
  }

  private static func time(_ name: String, _ time: Time?) -> [String] {
    time.map { ["\"\(name)\": \($0.ticks)"] } ?? []
  }
  private static func truth(_ name: String, _ value: Bool) -> [String] {
    value ? ["\"\(name)\": true"] : []
  }
}

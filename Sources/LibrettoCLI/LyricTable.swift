import Lyrics
import Primitives

/// A lyric sheet as a table to read: when, in which section, who, and the words.
struct LyricTable {
  let text: String

  init(_ sheet: LyricSheet) {
    var rows: [String] = []
    if !sheet.title.isEmpty { rows.append("title   \(sheet.title)") }
    if !sheet.artist.isEmpty { rows.append("artist  \(sheet.artist)") }
    for voice in sheet.voices where !voice.name.isEmpty {
      rows.append("voice   \(voice.id)  \(voice.name)")
    }
    for fact in sheet.metadata { rows.append("\(fact.name)  \(fact.value)") }
    for track in sheet.tracks {
      if !rows.isEmpty { rows.append("") }
      let language = track.language.isEmpty ? "" : "  " + track.language
      rows.append("\(track.kind.rawValue)\(language)  \(LyricTable.counted(track.lines.count, "line"))")
      for section in track.sections { rows += LyricTable.rows(section) }
    }
    text = rows.joined(separator: "\n")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func rows(_ section: LyricSection) -> [String] {
    var rows: [String] = []
    if !section.label.isEmpty {
      let modifier = section.modifier.isEmpty ? "" : " - " + section.modifier
      rows.append("\(time(section.start))  \(time(nil))  [\(section.label)\(modifier)]")
    }
    for line in section.lines {
      let voice = line.voice.isEmpty ? "" : line.voice + ": "
      rows.append("\(time(line.start))  \(time(line.end))  \(voice)\(words(line.words))")
      if !line.background.isEmpty {
        rows.append("\(time(nil))  \(time(nil))    (behind) \(words(line.background))")
      }
    }
    return rows
  }

  /// Syllables of a word are joined by a hyphen point, rows by a stroke.
  private static func words(_ words: [LyricWord]) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      text += word.text
      if index + 1 < words.count { text += word.endsRow ? " / " : word.joinsNext ? "·" : " " }
    }
    return text
  }

  private static func time(_ time: Time?) -> String {
    let text = time?.description ?? "-"
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
}

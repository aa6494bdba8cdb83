internal import Primitives

/// Libretto's own sheets in JSON: every tick and every mark is kept.
enum OwnJSON {
  static func sheet(_ root: JSONValue, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    guard root["libretto"]?.string == "lyrics", let tracks = root["tracks"]?.list else {
      throw remarks.failure(1, "this JSON is Libretto's, but no lyric sheet")
    }
    var sheet = LyricSheet(title: root["title"]?.string ?? "", artist: root["artist"]?.string ?? "")
    for fact in root["metadata"]?.list ?? [] {
      sheet.metadata.append(.init(fact["name"]?.string ?? "", fact["value"]?.string ?? ""))
    }
    sheet.voices = (root["voices"]?.list ?? []).map { voice in
      LyricVoice(
        voice["id"]?.string ?? "", name: voice["name"]?.string ?? "",
        kind: voice["kind"]?.string.flatMap(LyricVoice.Kind.init) ?? .person)
    }
    for track in tracks {
      var read = LyricTrack(
        language: track["language"]?.string ?? "",
        kind: track["kind"]?.string.flatMap(LyricTrack.Kind.init) ?? .main)
      for section in track["sections"]?.list ?? [] {
        var lines: [LyricLine] = []
        for value in section["lines"]?.list ?? [] {
          let line = OwnJSON.line(value)
          try remarks.count(1 + line.words.count + line.background.count, at: value.line ?? 1)
          lines.append(line)
        }
        read.sections.append(
          LyricSection(
            section["label"]?.string ?? "", modifier: section["modifier"]?.string ?? "",
            start: ticks(section["start"]), lines: lines))
      }
      sheet.tracks.append(read)
    }
    return sheet
  }

  private static func line(_ value: JSONValue) -> LyricLine {
    LyricLine(
      voice: value["voice"]?.string ?? "", start: ticks(value["start"]), end: ticks(value["end"]),
      words: (value["words"]?.list ?? []).map(word),
      background: (value["background"]?.list ?? []).map(word),
      mainIndex: value["mainIndex"]?.integer.flatMap { $0 >= 0 ? $0 : nil })
  }

  private static func word(_ value: JSONValue) -> LyricWord {
    LyricWord(
      value["text"]?.string ?? "", start: ticks(value["start"]), end: ticks(value["end"]),
      joinsNext: value["joinsNext"]?.bool ?? false, endsRow: value["endsRow"]?.bool ?? false,
      isGuessed: value["isGuessed"]?.bool ?? false, voice: value["voice"]?.string ?? "")
  }

  private static func ticks(_ value: JSONValue?) -> Time? {
    value?.digits.flatMap { Int64($0.string) }.map {
      Time(ticks: max(0, min($0, ClockTime.furthest.ticks)))
    }
  }
}

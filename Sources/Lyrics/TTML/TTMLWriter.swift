internal import Primitives

/// Writes TTML as Apple Music and AMLL read it.
///
/// Lines have keys from `L1` on; translations stand in the head and name the key of their line.
enum TTMLWriter {
  static func text(of sheet: LyricSheet) -> String {
    let main = sheet.tracks.filter { $0.kind == .main }
    let language = main.count == 1 ? attribute("xml:lang", main[0].language) : ""
    let isTimed = main.contains { $0.lines.contains(where: \.hasWordTimes) }
    var body = ""
    var count = 0
    for track in main {
      for section in track.sections {
        body += open(section, language: main.count == 1 ? "" : track.language)
        for line in section.lines {
          count += 1
          body += text(of: line, key: count)
        }
        body += "</div>\n"
      }
    }
    return """
      <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
      xmlns:itunes="http://music.apple.com/lyric-ttml-internal" xmlns:amll="http://www.example.com/ns/amll" \
      itunes:timing="\(isTimed ? "Word" : "Line")"\(language)>
      <head><metadata>\(head(of: sheet))</metadata></head>
      <body>
      \(body)</body>
      </tt>

      """
  }

  private static func head(of sheet: LyricSheet) -> String {
    var text = ""
    let others = sheet.singers.filter { singer in !sheet.voices.contains { $0.id == singer.id } }
    for voice in sheet.voices + others {
      let name = voice.name.isEmpty ? "" : "<ttm:name type=\"full\">\(escaped(voice.name))</ttm:name>"
      text +=
        "<ttm:agent type=\"\(voice.kind.rawValue)\"\(attribute("xml:id", voice.id))>\(name)</ttm:agent>"
    }
    if !sheet.title.isEmpty { text += meta("musicName", sheet.title) }
    if !sheet.artist.isEmpty { text += meta("artists", sheet.artist) }
    for fact in sheet.metadata { text += meta(fact.name, fact.value) }
    let starts = sheet.lines.map(\.start)
    let apple =
      readings(sheet.tracks, "translation", .translation, starts)
      + readings(sheet.tracks, "transliteration", .romanization, starts)
    guard !apple.isEmpty else { return text }
    return text
      + "<iTunesMetadata xmlns=\"http://music.apple.com/lyric-ttml-internal\">\(apple)</iTunesMetadata>"
  }

  private static func meta(_ name: String, _ value: String) -> String {
    "<amll:meta\(attribute("key", name))\(attribute("value", value))/>"
  }

  private static func readings(
    _ tracks: [LyricTrack], _ name: String, _ kind: LyricTrack.Kind, _ starts: [Time?]
  ) -> String {
    let wanted = tracks.filter { $0.kind == kind }
    guard !wanted.isEmpty else { return "" }
    var text = "<\(name)s>"
    for track in wanted {
      text += "<\(name)\(attribute("xml:lang", track.language))>"
      var next = 0  // lines that don't say which one they go with go with the one that starts when they do
      for line in track.lines {
        let place = line.mainIndex ?? starts[next...].firstIndex { $0 != nil && $0 == line.start }
        guard let place, place < starts.count else { continue }
        next = max(next, place + 1)
        text += "<text for=\"L\(place + 1)\">\(spans(of: line))</text>"
      }
      text += "</\(name)>"
    }
    return text + "</\(name)s>"
  }

  private static func open(_ section: LyricSection, language: String) -> String {
    let part = section.label.isEmpty ? "" : attribute("itunes:songPart", section.label)
    let language = language.isEmpty ? "" : attribute("xml:lang", language)
    return "<div\(part)\(language)\(time("begin", section.start))>\n"
  }

  private static func text(of line: LyricLine, key: Int) -> String {
    let voice = line.voice.isEmpty ? "" : attribute("ttm:agent", line.voice)
    let times = time("begin", line.start) + time("end", line.end)
    return "<p\(times) itunes:key=\"L\(key)\"\(voice)>\(spans(of: line))</p>\n"
  }

  private static func spans(of line: LyricLine) -> String {
    let words = spans(line.words)
    return line.background.isEmpty
      ? words : words + "<span ttm:role=\"x-bg\">\(spans(line.background))</span>"
  }

  private static func spans(_ words: [LyricWord]) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      let voice = word.voice.isEmpty ? "" : attribute("ttm:agent", word.voice)
      let attributes = time("begin", word.start) + time("end", word.end) + voice
      let isPlain = attributes.isEmpty
      text += isPlain ? escaped(word.text) : "<span\(attributes)>\(escaped(word.text))</span>"
      if index + 1 < words.count { text += word.endsRow ? "<br/>" : word.joinsNext ? "" : " " }
    }
    return text
  }

  private static func time(_ name: String, _ time: Time?) -> String {
    time.map { attribute(name, ClockText.hours($0, .three)) } ?? ""
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(escaped(value))\""
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

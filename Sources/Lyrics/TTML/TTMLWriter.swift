internal import Primitives

/// Writes TTML as Apple Music and AMLL read it.
struct TTMLWriter {
  private var keys: [Time: [Int]] = [:]
  private var count = 0

  static func text(of sheet: LyricSheet) -> String {
    var writer = TTMLWriter()
    let main = sheet.tracks.filter { $0.kind == .main }
    var body = ""
    for track in main { body += writer.body(of: track, isOnly: main.count == 1) }
    let language = main.count == 1 ? attribute("xml:lang", main[0].language) : ""
    let isTimed = main.contains { $0.lines.contains(where: \.hasWordTimes) }
    return """
      <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
      xmlns:itunes="http://music.apple.com/lyric-ttml-internal" xmlns:amll="http://www.example.com/ns/amll" \
      itunes:timing="\(isTimed ? "Word" : "Line")"\(language)>
      <head><metadata>\(writer.head(of: sheet))</metadata></head>
      <body>
      \(body)</body>
      </tt>

      """
  }

  private func head(of sheet: LyricSheet) -> String {
    var text = ""
    func meta(_ name: String, _ value: String) {
      text += "<amll:meta\(TTMLWriter.attribute("key", name))\(TTMLWriter.attribute("value", value))/>"
    }
    var voices: [String] = []
    for line in sheet.lines where !line.voice.isEmpty && !voices.contains(line.voice) {
      voices.append(line.voice)
    }
    for voice in voices { text += "<ttm:agent type=\"person\"\(TTMLWriter.attribute("xml:id", voice))/>" }
    if !sheet.title.isEmpty { meta("musicName", sheet.title) }
    if !sheet.artist.isEmpty { meta("artists", sheet.artist) }
    for fact in sheet.metadata { meta(fact.name, fact.value) }
    let groups = [("translation", LyricTrack.Kind.translation), ("transliteration", .romanization)]
    let apple = groups.map { others(sheet.tracks, $0.0, $0.1) }.joined()
    return apple.isEmpty
      ? text
      : text
        + "<iTunesMetadata xmlns=\"http://music.apple.com/lyric-ttml-internal\">\(apple)</iTunesMetadata>"
  }

  /// Translations in the head, each line with the key of the one that starts when it does.
  private func others(_ tracks: [LyricTrack], _ name: String, _ kind: LyricTrack.Kind) -> String {
    let wanted = tracks.filter { $0.kind == kind }
    guard !wanted.isEmpty else { return "" }
    var text = "<\(name)s>"
    for track in wanted {
      text += "<\(name)\(TTMLWriter.attribute("xml:lang", track.language))>"
      var left = keys
      for line in track.lines {
        guard let start = line.start, let key = left[start]?.first else { continue }
        left[start]?.removeFirst()
        text += "<text for=\"L\(key)\">\(TTMLWriter.spans(line.words))</text>"
      }
      text += "</\(name)>"
    }
    return text + "</\(name)s>"
  }

  private mutating func body(of track: LyricTrack, isOnly: Bool) -> String {
    var text = ""
    for section in track.sections {
      let language = isOnly ? "" : TTMLWriter.attribute("xml:lang", track.language)
      let part = section.label.isEmpty ? "" : TTMLWriter.attribute("itunes:songPart", section.label)
      text += "<div\(part)\(language)\(TTMLWriter.time("begin", section.start))>\n"
      for line in section.lines { text += self.line(line) }
      text += "</div>\n"
    }
    return text
  }

  private mutating func line(_ line: LyricLine) -> String {
    count += 1
    if let start = line.start { keys[start, default: []].append(count) }
    let voice = line.voice.isEmpty ? "" : TTMLWriter.attribute("ttm:agent", line.voice)
    var text =
      "<p\(TTMLWriter.time("begin", line.start))\(TTMLWriter.time("end", line.end)) itunes:key=\"L\(count)\"\(voice)>"
    text += TTMLWriter.spans(line.words)
    if !line.background.isEmpty {
      text += "<span ttm:role=\"x-bg\">\(TTMLWriter.spans(line.background))</span>"
    }
    return text + "</p>\n"
  }

  private static func spans(_ words: [LyricWord]) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      if word.start == nil, word.end == nil {
        text += escaped(word.text)
      } else {
        text += "<span\(time("begin", word.start))\(time("end", word.end))>\(escaped(word.text))</span>"
      }
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
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

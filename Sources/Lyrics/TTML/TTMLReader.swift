internal import Primitives

/// Reads TTML as Apple Music, AMLL, and makers of subtitles write it.
struct TTMLReader {
  private var sheet = LyricSheet()
  private var clock: TTMLClock
  private var spacesAreInSpans: Bool
  private var tracks: [LyricTrack] = []
  private var others: [(reading: TTMLLine.Reading, lines: [LyricLine])] = []
  private var keys: [String: (start: Time?, end: Time?, voice: String)] = [:]
  private var current = 0
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    let document = try XMLReader.read(text, &remarks)
    guard let root = document.first("tt") else { throw remarks.failure(1, "there is no <tt> in this XML") }
    guard let body = root.first("body") else {
      throw remarks.failure(root.line, "there is no <body> in this TTML")
    }
    var reader = TTMLReader(root, remarks)
    reader.takeHead(root.first("head"))
    try reader.take(body, .init(), language: root["lang"] ?? "", section: LyricSection())
    reader.takeApple(root.first("iTunesMetadata"))
    remarks = reader.remarks
    return reader.finished
  }

  private init(_ root: XMLElement, _ remarks: Remarks) {
    self.remarks = remarks
    clock = TTMLClock(root)
    spacesAreInSpans = root.all("span").contains { span in
      guard span["begin"] != nil, case .text(let text)? = span.children.first, span.children.count == 1
      else { return false }
      let bytes = text.utf8
      return !Array(bytes)[...].trimmed.isEmpty && (bytes.first == 0x20 || bytes.last == 0x20)
    }
  }

  private mutating func takeHead(_ head: XMLElement?) {
    guard let head else { return }
    if let title = head.first("title")?.text, !title.isEmpty { sheet.title = title }
    var artists: [String] = []
    for meta in head.all("meta") {
      guard let key = meta["key"], let value = meta["value"] else { continue }
      switch key {
      case "musicName" where sheet.title.isEmpty: sheet.title = value
      case "artists": artists.append(value)
      default: sheet.metadata.append(.init(key, value))
      }
    }
    sheet.artist = artists.joined(separator: ", ")
    for writer in head.all("songwriter") { sheet.metadata.append(.init("songwriter", writer.text)) }
    for agent in head.all("agent") {
      guard let name = agent.first("name")?.text, let id = agent["id"] else { continue }
      sheet.metadata.append(.init("agent " + id, name))
    }
  }

  private mutating func take(
    _ element: XMLElement, _ parent: TTMLClock.Window, language: String, section: LyricSection
  ) throws(Diagnostic) {
    let language = element["lang"] ?? language
    var section = section
    if let part = element["songPart"] ?? element["song-part"] {
      section = LyricSection(
        part, start: element["begin"] == nil ? nil : clock.window(of: element, in: parent).start)
    }
    if element.name == "div" || element.name == "body" {
      open(section, language, isNew: element.name == "div")
    }
    let window = clock.window(of: element, in: parent)
    for child in element.elements {
      if child.name == "p" {
        try takeLine(child, window, language)
      } else if child.name == "div" {
        try take(child, window, language: language, section: section)
      }
    }
  }

  private mutating func open(_ section: LyricSection, _ language: String, isNew: Bool) {
    if !tracks.isEmpty, tracks.allSatisfy({ $0.lines.isEmpty }) { tracks = [] }
    if let found = tracks.firstIndex(where: { $0.language == language }) {
      current = found
    } else {
      tracks.append(LyricTrack(language: language))
      current = tracks.count - 1
    }
    let last = tracks[current].sections.last
    if isNew || last == nil, last == nil || !section.label.isEmpty || last?.label != section.label {
      tracks[current].sections.append(section)
    }
  }

  private mutating func takeLine(_ element: XMLElement, _ parent: TTMLClock.Window, _ language: String)
    throws(Diagnostic)
  {
    if let begin = element["begin"], begin.hasPrefix("wallclock") {
      return remarks.warn(element.line, "a time of day is no time of a song; the line was left out")
    }
    var window = clock.window(of: element, in: parent)
    if element["begin"] != nil, element["end"] == nil, element["dur"] == nil { window.end = nil }
    if let start = window.start, let end = window.end, end <= start {
      remarks.warn(element.line, "the line doesn't end after it starts; it lasts until the next one")
      window.end = nil
    }
    var read = TTMLLine(element, window, clock: clock, spacesAreInSpans: spacesAreInSpans)
    if window.end == nil { read.forgetEmptyTimes() }
    try remarks.count(read.line.words.count + read.line.background.count + 1, at: element.line)
    guard !read.line.words.isEmpty || !read.line.background.isEmpty else { return }
    tracks[current].sections[tracks[current].sections.count - 1].lines.append(read.line)
    if let key = element["key"] { keys[key] = (read.line.start, read.line.end, read.line.voice) }
    for other in read.others { add(other.line, to: other.reading) }
  }

  private mutating func add(_ line: LyricLine, to reading: TTMLLine.Reading) {
    guard !line.words.isEmpty else { return }
    if let index = others.firstIndex(where: { $0.reading == reading }) {
      others[index].lines.append(line)
    } else {
      others.append((reading, [line]))
    }
  }

  /// Apple keeps translations in the head, and says whose line each is.
  private mutating func takeApple(_ apple: XMLElement?) {
    guard let apple else { return }
    for (name, kind) in [("translation", LyricTrack.Kind.translation), ("transliteration", .romanization)] {
      for track in apple.all(name) {
        for text in track.all("text") {
          guard let key = text["for"], let times = keys[key] else {
            remarks.warn(text.line, "a \(name) of a line that isn't there; it was left out")
            continue
          }
          let window = TTMLClock.Window(start: times.start, end: times.end)
          var line = TTMLLine(text, window, clock: clock, spacesAreInSpans: spacesAreInSpans).line
          line.voice = times.voice
          add(line, to: .init(kind: kind, language: track["lang"] ?? ""))
        }
      }
    }
  }

  private var finished: LyricSheet {
    var sheet = sheet
    sheet.tracks = tracks.map { track in
      var track = track
      track.sections.removeAll { $0.lines.isEmpty && $0.label.isEmpty }
      for index in track.sections.indices { track.sections[index].lines.sortByStart() }
      return track
    }
    for other in others {
      var section = LyricSection(lines: other.lines)
      section.lines.sortByStart()
      sheet.tracks.append(
        LyricTrack(language: other.reading.language, kind: other.reading.kind, sections: [section]))
    }
    return sheet
  }
}

extension [LyricLine] {
  /// In the order of their starts; those that start together keep their order.
  mutating func sortByStart() {
    var latest = Time.zero  // lines without a start stay behind the one before them
    let keys = map { line in
      latest = line.start ?? latest
      return latest
    }
    let order = indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    self = order.map { self[$0] }
  }
}

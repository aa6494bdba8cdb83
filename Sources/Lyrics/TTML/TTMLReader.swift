internal import Primitives

/// Reads TTML as Apple Music, AMLL, and makers of subtitles write it.
struct TTMLReader {
  private let clock: TTMLClock
  private let spacesAreInSpans: Bool
  private var tracks: [LyricTrack] = []
  private var current = 0
  private var readings = TTMLReadings()
  private var count = 0  // of the lines so far, which number them until they are sorted
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    let document = try XMLReader.read(text, &remarks)
    guard let root = document.first("tt") else { throw remarks.failure(1, "there is no <tt> in this XML") }
    guard let body = root.first("body") else {
      throw remarks.failure(root.line, "there is no <body> in this TTML")
    }
    var reader = TTMLReader(root, remarks)
    try reader.take(body, .init(), language: root["lang"] ?? "", section: LyricSection())
    if let apple = root.first("head")?.first("iTunesMetadata") {
      try reader.readings.takeApple(
        apple, reader.clock, spacesAreInSpans: reader.spacesAreInSpans, &reader.remarks)
    }
    remarks = reader.remarks
    var sheet = TTMLHead.sheet(root.first("head"))
    sheet.tracks = reader.finished
    return sheet
  }

  private init(_ root: XMLElement, _ remarks: Remarks) {
    self.remarks = remarks
    clock = TTMLClock(root)
    spacesAreInSpans = root.contains { span in
      guard span.name == "span", span["begin"] != nil, case .text(let text)? = span.children.first,
        span.children.count == 1
      else { return false }
      let bytes = text.utf8
      return !Array(bytes)[...].trimmed.isEmpty && (bytes.first == 0x20 || bytes.last == 0x20)
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
    if current == 0 {
      read.line.mainIndex = count
      readings.take(read, key: element["key"])
      count += 1
    }
    tracks[current].sections[tracks[current].sections.count - 1].lines.append(read.line)
  }

  /// The tracks in order. What other readings call the n-th line written is the n-th one sung.
  private var finished: [LyricTrack] {
    var tracks = tracks
    for track in tracks.indices {
      tracks[track].sections.removeAll { $0.lines.isEmpty && $0.label.isEmpty }
      for index in tracks[track].sections.indices { tracks[track].sections[index].lines.sortByStart() }
    }
    guard !tracks.isEmpty else { return [LyricTrack()] }
    var places = [Int](repeating: 0, count: count)
    for (place, line) in tracks[0].lines.enumerated() { places[line.mainIndex ?? 0] = place }
    for section in tracks[0].sections.indices {
      for line in tracks[0].sections[section].lines.indices {
        tracks[0].sections[section].lines[line].mainIndex = nil
      }
    }
    return tracks + readings.tracks(places)
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

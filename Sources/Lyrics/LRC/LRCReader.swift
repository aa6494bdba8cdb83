internal import Primitives

/// Reads LRC in all its dialects.
struct LRCReader {
  private var sheet = LyricSheet()
  private var language = ""
  private var offset = Time.zero
  private var entries: [LRCEntry] = []
  private var voice = ""
  private var opened: SectionLabel?  // by a marker without a time, for the line that comes next
  private var untimed = SheetBuilder()  // what there is if no line has a time
  private var hasUntimed = false
  private var lastLine: Int?  // among the entries, the last one with words
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = LRCReader(remarks: remarks)
    for line in Lines(text) {
      for piece in line.piecesBetweenMarks { try reader.take(piece) }
    }
    return reader.finished(&remarks)
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  private mutating func take(_ line: NumberedLine) throws(Diagnostic) {
    let text = line.bytes.trimmed
    guard let first = text.first, first != UInt8(ascii: "#") else { return }
    if let credit = Credit(text) { return sheet.metadata.append(credit.fact) }
    if var entry = LRCEntry(line) {
      if case .line(var sung) = entry.content {
        try remarks.count(sung.words.count + entry.stamps.count, at: line.number)
        if "FMD".contains(sung.voice), !sung.voice.isEmpty { voice = sung.voice }
        if sung.voice.isEmpty { sung.voice = voice }
        entry.content = .line(sung)
        lastLine = entries.count
      } else {
        try remarks.count(entry.stamps.count * 4, at: line.number)
      }
      (entry.opened, opened) = (opened, nil)
      entries.append(entry)
    } else if let tag = LRCReader.tag(text) {
      try remarks.count(10, at: line.number)
      try take(tag.name, tag.value, at: line.number)
    } else if first == UInt8(ascii: "["), let stamp = text.firstIndex(of: UInt8(ascii: "]")),
      text[..<stamp].dropFirst().contains(where: \.isDigit), text[..<stamp].allSatisfy({ !$0.isLetter }),
      text[..<stamp].count > 12
    {
      remarks.warn(
        line.number, "no song has the time \(text[...stamp].prefix(40).string); the line was left out")
    } else {
      try takeUntimed(text, at: line.number)
    }
  }

  /// `[name:value]` with nothing after it.
  private static func tag(_ text: Bytes) -> (name: String, value: Bytes)? {
    guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"),
      let colon = text.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let name = text[(text.startIndex + 1)..<colon].trimmed
    guard let first = name.first, first.isLetter || first == UInt8(ascii: "#"), name.count < 40,
      !name.contains(where: \.isSpace), SectionLabel(text) == nil
    else { return nil }
    return (name.string.lowercased(), text[(colon + 1)...].dropLast().trimmed)
  }

  private mutating func take(_ name: String, _ value: Bytes, at number: Int) throws(Diagnostic) {
    switch name {
    case "ti": sheet.title = value.string
    case "ar": sheet.artist = value.string
    case "la", "lang", "language": language = value.string
    case "offset":
      if let shift = value.integer.flatMap(ClockTime.milliseconds) {
        offset = shift
      } else {
        remarks.warn(number, "the offset is no number of milliseconds; it was ignored")
      }
    case "bg": try takeBackground(value, at: number)
    case "#": break
    default: sheet.metadata.append(.init(name, value.string))
    }
  }

  private mutating func takeBackground(_ text: Bytes, at number: Int) throws(Diagnostic) {
    guard let lastLine else {
      return remarks.warn(number, "background vocals before any line; they were left out")
    }
    let timed = LRCWords(text, lineStart: entries[lastLine].stamps[0].time)
    guard timed.hasStamps else {
      return remarks.warn(number, "background vocals without times; they were left out")
    }
    try remarks.count(timed.words.count, at: number)
    entries[lastLine].background += timed.words
  }

  private mutating func takeUntimed(_ text: Bytes, at number: Int) throws(Diagnostic) {
    if let label = SectionLabel(text) {
      try remarks.count(10, at: number)
      if entries.isEmpty { untimed.section(label, at: nil) }
      opened = label
      return
    }
    let words = WordSplitter.words(text)
    try remarks.count(words.count, at: number)
    if let lastLine, lastLine == entries.count - 1 {
      remarks.warn(number, "a line without a time; it was joined to the one before")
      if let end = entries[lastLine].moreWords.indices.last {
        entries[lastLine].moreWords[end].endsRow = true
      }
      entries[lastLine].moreWords += words
      return
    }
    if entries.isEmpty {
      untimed.line(LyricLine(words: words))
      hasUntimed = true
    }
    remarks.warn(number, "a line without a time; it was left out")
  }

  private mutating func finished(_ remarks: inout Remarks) -> LyricSheet {
    var sections: [LyricSection]
    if entries.isEmpty, hasUntimed {
      self.remarks.warn(1, "no line has a time; the sheet was read as plain text")
      sections = untimed.sections()
    } else {
      var timeline = LRCTimeline(entries, offset: offset)
      sections = timeline.sections(&self.remarks)
    }
    remarks = self.remarks
    sheet.tracks = LRCReadings(sections, language: language).tracks
    return sheet
  }
}

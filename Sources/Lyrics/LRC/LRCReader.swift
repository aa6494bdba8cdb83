internal import Primitives

/// Reads LRC in all its dialects.
///
/// What dialects disagree on is settled for the whole file: whether `[1:02:03]` has hours, and
/// whether two stamps before a line are its start and end or two times it is sung.
struct LRCReader {
  private var sheet = LyricSheet()
  private var language = ""
  private var offset = Time.zero
  private var entries: [LRCEntry] = []
  private var voice = ""
  private var untimed = SheetBuilder()  // what there is if no line has a time
  private var hasUntimed = false
  private var lastLine: Int?  // among the entries, the last one with words
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = LRCReader(remarks: remarks)
    for line in Lines(text) { try reader.take(line) }
    reader.settleHours()
    let sheet = try reader.assembled()
    remarks = reader.remarks
    return sheet
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  private mutating func take(_ line: NumberedLine) throws(Diagnostic) {
    let text = line.bytes.trimmed
    guard let first = text.first, first != UInt8(ascii: "#") else { return }
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
      if let label = SectionLabel(text) {
        try remarks.count(10, at: number)
        untimed.section(label, at: nil)
      } else {
        untimed.line(LyricLine(words: words))
      }
      hasUntimed = true
    }
    remarks.warn(number, "a line without a time; it was left out")
  }

  /// `[1:02:03]` is minutes, seconds and hundredths, unless the file says otherwise.
  private mutating func settleHours() {
    let stamps = entries.lazy.flatMap { $0.stamps }
    guard let doubtful = entries.first(where: { $0.stamps.contains { $0.asHours != nil } }) else { return }
    let hasHours = stamps.contains { $0.hasHours } || (!isRising(\.time) && isRising(\.longest))
    remarks.warn(
      doubtful.number,
      hasHours
        ? "times with two colons were read as hours, minutes and seconds"
        : "times with two colons were read as minutes, seconds and hundredths")
    guard hasHours else { return }
    for index in entries.indices {
      for place in entries[index].stamps.indices {
        entries[index].stamps[place].time = entries[index].stamps[place].longest
      }
    }
  }

  private func isRising(_ time: KeyPath<LRCStamp, Time>) -> Bool {
    let starts = entries.compactMap { $0.stamps.first?[keyPath: time] }
    return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private mutating func assembled() throws(Diagnostic) -> LyricSheet {
    var builder = SheetBuilder()
    let isSpan = hasEnds
    for entry in entries {
      let base = entry.stamps[0].time
      for stamp in isSpan ? entry.stamps.prefix(1) : entry.stamps[...] {
        let start = placed(stamp.time, entry.number)
        switch entry.content {
        case .clear: builder.clear(at: start)
        case .section(let label): builder.section(label, at: start)
        case .line(let line):
          let line = line.joined(with: entry.moreWords, behind: entry.background)
          var placed = line.moved(by: stamp.time - base, offset: offset)
          placed.start = start
          if isSpan { placed.end = max(start, entry.stamps[1].time - offset) }
          builder.line(placed)
        }
      }
    }
    if entries.isEmpty, hasUntimed {
      remarks.warn(1, "no line has a time; the sheet was read as plain text")
      builder = untimed
    }
    sheet.tracks = [LyricTrack(language: language, sections: builder.sections())]
    return sheet
  }

  private mutating func placed(_ time: Time, _ number: Int) -> Time {
    let moved = time - offset
    if moved < .zero { remarks.warn(number, "the line starts before the song; it was moved to its start") }
    return max(.zero, moved)
  }

  /// Whether every line has a start and an end: none lasts longer than a minute or into the next.
  private var hasEnds: Bool {
    guard entries.count > 1, entries.allSatisfy({ $0.stamps.count == 2 }) else { return false }
    let tolerance = Time(ticks: Time.ticksPerSecond / 4)
    let minute = Time(ticks: Time.ticksPerSecond * 60)
    let spans = entries.map { ($0.stamps[0].time, $0.stamps[1].time) }
    return spans.allSatisfy { $0 <= $1 && $1 - $0 <= minute }
      && zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 + tolerance }
  }
}

extension LRCStamp {
  fileprivate var longest: Time { asHours ?? time }
}

extension LyricLine {
  fileprivate func joined(with more: [LyricWord], behind: [LyricWord]) -> LyricLine {
    var line = self
    if !more.isEmpty, let last = words.indices.last { line.words[last].endsRow = true }
    line.words += more
    line.background += behind
    return line
  }

  /// All its times later by a stretch, earlier by another, and never before the song.
  fileprivate func moved(by stretch: Time, offset: Time) -> LyricLine {
    func moved(_ time: Time?) -> Time? { time.map { max(.zero, $0 + stretch - offset) } }
    var line = self
    line.end = moved(end)
    for index in line.words.indices {
      line.words[index].start = moved(line.words[index].start)
      line.words[index].end = moved(line.words[index].end)
    }
    for index in line.background.indices {
      line.background[index].start = moved(line.background[index].start)
      line.background[index].end = moved(line.background[index].end)
    }
    return line
  }
}

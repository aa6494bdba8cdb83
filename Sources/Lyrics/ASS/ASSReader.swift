internal import Primitives

/// Reads ASS and SSA: the lines that are shown, with the times of their karaoke tags.
struct ASSReader {
  private var sheet = LyricSheet()
  private var section = ""
  private var fields = [
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
  ]
  private var shown: [Event] = []
  private var templates: [Event] = []
  private var remarks: Remarks

  private struct Event {
    let number: Int
    let effect: String
    let line: LyricLine
  }

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = ASSReader(remarks: remarks)
    for line in Lines(text) { try reader.take(line) }
    let sheet = reader.assembled()
    remarks = reader.remarks
    return sheet
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  private mutating func take(_ line: NumberedLine) throws(Diagnostic) {
    let text = line.bytes.trimmed
    guard let first = text.first, first != UInt8(ascii: ";") else { return }
    if first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"), text.count < 60 {
      section = text.dropFirst().dropLast().string.lowercased()
      return
    }
    guard let colon = text.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = text[..<colon]
    let value = text[(colon + 1)...].trimmed
    switch section {
    case "script info": takeFact(name, value)
    case "events":
      if name.equals(ignoringCase: "Format") {
        fields = value.prefix(2000).split(separator: UInt8(ascii: ","), maxSplits: 63).map {
          $0.trimmed.string.lowercased()
        }
      } else if name.equals(ignoringCase: "Dialogue") {
        if let event = try event(value, line.number) { shown.append(event) }
      } else if name.equals(ignoringCase: "Comment"), value.firstIndex(of: "karaoke") != nil {
        if let event = try event(value, line.number), event.effect == "karaoke" { templates.append(event) }
      }
    default: break
    }
  }

  private mutating func takeFact(_ name: Bytes, _ value: Bytes) {
    if name.equals(ignoringCase: "Title") { sheet.title = value.string }
    if name.equals(ignoringCase: "Artist") { sheet.artist = value.string }
  }

  private mutating func event(_ text: Bytes, _ number: Int) throws(Diagnostic) -> Event? {
    let values = text.split(
      separator: UInt8(ascii: ","), maxSplits: max(0, fields.count - 1), omittingEmptySubsequences: false)
    func value(_ names: String...) -> Bytes {
      guard let index = fields.firstIndex(where: { names.contains($0) }), index < values.count else {
        return []
      }
      return values[index]
    }
    guard let start = ClockTime.clock(value("start")), let end = ClockTime.clock(value("end")) else {
      remarks.warn(number, "the times of this line can't be read; it was left out")
      return nil
    }
    let karaoke = KaraokeText(value("text"), start: max(.zero, start))
    guard !karaoke.words.isEmpty else { return nil }
    try remarks.count(karaoke.words.count, at: number)
    let voice = value("name", "actor").trimmed.string
    let line = remarks.cue(start, end, words: karaoke.words, voice: voice, at: number)
    return Event(number: number, effect: value("effect").trimmed.string.lowercased(), line: line)
  }

  /// Where karaoke templates were filled in, the lines they were filled from are the lyrics.
  private mutating func assembled() -> LyricSheet {
    var events = shown
    let hasEffects = shown.contains { $0.effect == "fx" }
    if hasEffects, !templates.isEmpty {
      events = shown.filter { $0.effect != "fx" } + templates
    }
    var builder = SheetBuilder()
    for event in events where event.effect != "background" { builder.line(event.line) }
    var sections = builder.sections()
    for event in events where event.effect == "background" { sections.attach(event.line) }
    sheet.tracks = [LyricTrack(sections: sections)]
    return sheet
  }
}

extension [LyricSection] {
  /// Puts a line behind the last one that starts no later, or the first one there is. The lines
  /// are in one section, in order.
  mutating func attach(_ line: LyricLine) {
    guard let count = first?.lines.count, count > 0 else { return append(LyricSection(lines: [line])) }
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if (self[0].lines[middle].start ?? .zero) <= (line.start ?? .zero) {
        low = middle
      } else {
        high = middle
      }
    }
    self[0].lines[low].background += line.words
  }
}

internal import Primitives

/// The translations and romanizations of a TTML document, which stand in its lines or in its head.
struct TTMLReadings {
  private struct Track {
    let reading: TTMLLine.Reading
    var lines: [LyricLine]
  }

  private var found: [Track] = []
  private var keys: [String: LyricLine] = [:]

  /// Takes what stands in a line, and remembers the line by what the head will call it.
  mutating func take(_ read: TTMLLine, key: String?) {
    if let key { keys[key] = read.line }
    for other in read.others { add(other.line, to: other.reading, for: read.line) }
  }

  /// Apple keeps translations in the head, and says whose line each is.
  mutating func takeApple(
    _ apple: XMLElement, _ clock: TTMLClock, spacesAreInSpans: Bool, _ remarks: inout Remarks
  ) throws(Diagnostic) {
    for (name, kind) in [("translation", LyricTrack.Kind.translation), ("transliteration", .romanization)] {
      for track in apple.all(name) {
        for text in track.all("text") {
          guard let key = text["for"], let sung = keys[key] else {
            remarks.warn(text.line, "a \(name) of a line that isn't there; it was left out")
            continue
          }
          let window = TTMLClock.Window(start: sung.start, end: sung.end)
          let line = TTMLLine(text, window, clock: clock, spacesAreInSpans: spacesAreInSpans).line
          try remarks.count(line.words.count + line.background.count + 1, at: text.line)
          add(line, to: .init(kind: kind, language: track["lang"] ?? ""), for: sung)
        }
      }
    }
  }

  private mutating func add(_ line: LyricLine, to reading: TTMLLine.Reading, for sung: LyricLine) {
    guard !line.words.isEmpty || !line.background.isEmpty else { return }
    var line = line
    (line.mainIndex, line.voice) = (sung.mainIndex, sung.voice)
    if let index = found.firstIndex(where: { $0.reading == reading }) {
      // A line may be said in its place and once more in the head.
      guard found[index].lines.last?.mainIndex != line.mainIndex else { return }
      found[index].lines.append(line)
    } else {
      found.append(Track(reading: reading, lines: [line]))
    }
  }

  /// In the order of the lines they go with; `places` says where each of those came to stand.
  func tracks(_ places: [Int]) -> [LyricTrack] {
    found.map { track in
      var lines = track.lines
      for index in lines.indices { lines[index].mainIndex = lines[index].mainIndex.map { places[$0] } }
      let order = lines.indices.sorted { (lines[$0].mainIndex ?? 0, $0) < (lines[$1].mainIndex ?? 0, $1) }
      let section = LyricSection(lines: order.map { lines[$0] })
      return LyricTrack(
        language: track.reading.language, kind: track.reading.kind, sections: [section])
    }
  }
}

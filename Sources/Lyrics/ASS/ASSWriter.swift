internal import Primitives

/// Writes ASS with karaoke tags. Background vocals are events of their own.
enum ASSWriter {
  static func text(of sheet: LyricSheet) -> String {
    var text = head(of: sheet)
    for (line, filled) in zip(sheet.lines, sheet.filled().lines) {
      let start = line.start ?? .zero
      let end = max(line.end ?? filled.end ?? start, start + Time(ticks: Time.ticksPerSecond / 100))
      if !line.words.isEmpty { text += event(line.words, start, end, voice: line.voice, effect: "") }
      guard let first = line.background.first else { continue }
      let from = first.start ?? start
      let to = max(
        line.background.compactMap(\.end).max() ?? end, from + Time(ticks: Time.ticksPerSecond / 100))
      text += event(line.background, from, to, voice: line.voice, effect: "background")
    }
    return text
  }

  private static func head(of sheet: LyricSheet) -> String {
    """
    [Script Info]
    Title: \(sheet.title.onOneRow)
    Artist: \(sheet.artist.onOneRow)
    ScriptType: v4.00+
    PlayResX: 1920
    PlayResY: 1080

    [V4+ Styles]
    Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
    Style: Default,Inter,72,&H00FFFFFF,&H00808080,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,0,2,80,80,80,1

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

    """
  }

  private static func event(
    _ words: [LyricWord], _ start: Time, _ end: Time, voice: String, effect: String
  ) -> String {
    let times = "\(ClockText.hours(start, .two, digits: 1)),\(ClockText.hours(end, .two, digits: 1))"
    let name = String(voice.onOneRow.map { $0 == "," ? ";" : $0 })
    return "Dialogue: 0,\(times),Default,\(name),0,0,0,\(effect),\(karaoke(words, start, end))\n"
  }

  private static func karaoke(_ words: [LyricWord], _ start: Time, _ end: Time) -> String {
    var text = ""
    var clock = ClockText.count(start, .two)
    for (index, word) in words.enumerated() {
      if let from = word.start.map({ ClockText.count($0, .two) }) {
        if from > clock { text += "{\\k\(from - clock)}" }
        let next = words[(index + 1)...].first { $0.start != nil }?.start
        let to = max(from, clock, ClockText.count(word.end ?? next ?? end, .two))
        text += "{\\kf\(to - max(from, clock))}"
        clock = to
      }
      text += escaped(word.text)
      if index + 1 < words.count { text += word.endsRow ? "\\N" : word.joinsNext ? "" : " " }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    let guarded = Guard.text(text) { bytes, index in bytes[index] == UInt8(ascii: "\\") }
    return guarded.unicodeScalars.reduce(into: "") { escaped, scalar in
      if scalar == "{" || scalar == "}" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
  }
}

internal import Primitives

/// Writes SRT and WebVTT. Cues need ends: lines without one last until the next.
enum CueWriter {
  static func srt(_ sheet: LyricSheet) -> String {
    var text = ""
    for (index, (line, end)) in timed(sheet).enumerated() {
      let start = ClockText.hours(line.start ?? .zero, .three, mark: ",")
      text +=
        "\(index + 1)\n\(start) --> \(ClockText.hours(end, .three, mark: ","))\n\(srtRows(line.textWithBackground))\n\n"
    }
    return text
  }

  private static func srtRows(_ text: String) -> String {
    let guarded = Guard.text(text) { bytes, index in
      SRTText.tag(bytes, at: index) != nil || bytes[index...].hasPrefix("{\\")
    }
    let rows = guarded.split(omittingEmptySubsequences: false) { $0 == "\n" }
    return rows.map { row in
      let bytes = Array(row.utf8)[...]
      return (bytes.integer != nil || CueTiming(bytes) != nil ? Guard.mark : "") + row
    }.joined(separator: "\n")
  }

  static func webVTT(_ sheet: LyricSheet) -> String {
    var text = "WEBVTT\n"
    if let language = sheet.tracks.first(where: { $0.kind == .main })?.language, !language.isEmpty {
      text += "Language: \(language.onOneRow)\n"
    }
    for (line, end) in timed(sheet) {
      let start = line.start ?? .zero
      text += "\n\(ClockText.hours(start, .three)) --> \(ClockText.hours(end, .three))\n"
      if !line.voice.isEmpty { text += "<v \(escaped(line.voice.onOneRow))>" }
      text += karaoke(line, start, end)
      if !line.background.isEmpty {
        var behind = line
        behind.words = []
        text += " " + escaped(behind.textWithBackground)
      }
      text += "\n"
    }
    return text
  }

  /// Lines in order with their ends; a cue must last a millisecond.
  static func timed(_ sheet: LyricSheet) -> [(LyricLine, Time)] {
    let filled = sheet.filled().lines
    return zip(sheet.lines, filled).map { line, filled in
      let shortest = (line.start ?? .zero) + Time(ticks: Time.ticksPerSecond / 1000)
      return (line, max(line.end ?? filled.end ?? shortest, shortest))
    }
  }

  private static func karaoke(_ line: LyricLine, _ start: Time, _ end: Time) -> String {
    var text = ""
    var last = start
    func stamp(_ time: Time?) -> String {
      guard let time, ClockText.count(time, .three) > ClockText.count(last, .three),
        ClockText.count(time, .three) < ClockText.count(end, .three)
      else { return "" }
      last = time
      return "<\(ClockText.hours(time, .three))>"
    }
    for (index, word) in line.words.enumerated() {
      text += stamp(word.start) + escaped(word.text)
      let next = index + 1 < line.words.count ? line.words[index + 1].start : nil
      if word.end != next { text += stamp(word.end) }
      if index + 1 < line.words.count { text += word.endsRow ? "\n" : word.joinsNext ? "" : " " }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

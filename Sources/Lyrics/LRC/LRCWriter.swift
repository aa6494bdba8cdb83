internal import Primitives

/// Writes LRC, with the times of words or without.
enum LRCWriter {
  static func text(of sheet: LyricSheet, withWords: Bool) -> String {
    let lines = sheet.lines
    let places = places(for: lines)
    func stamp(_ time: Time) -> String { ClockText.minutes(time, places) }
    var text = head(of: sheet)
    var left = lines.dropFirst()
    for section in sheet.sections {
      if !section.label.isEmpty, let start = section.start ?? section.lines.first?.start ?? lines.last?.end
      {
        let modifier = section.modifier.isEmpty ? "" : " - " + section.modifier
        text += "[\(stamp(start))][\((section.label + modifier).onOneRow)]\n"
      }
      for line in section.lines {
        let start = line.start ?? .zero
        text += "[\(stamp(start))]\(voice(of: line))"
        if withWords {
          text += opened(self.words(line.words, stamp).onOneRow, voice: line.voice) + "\n"
          if line.background.contains(where: { $0.start != nil }) {
            text += "[bg: \(self.words(line.background, stamp).onOneRow)]\n"
          }
        } else {
          let sung = opened(guarded(line.textWithBackground.onOneRow), voice: line.voice)
          text += sung + (line.background.isEmpty && sung.hasSuffix(")") ? Guard.mark : "") + "\n"
        }
        let next = left.popFirst()?.start
        if let end = line.end, next.map({ end < $0 }) ?? true, end >= start { text += "[\(stamp(end))]\n" }
      }
    }
    return text
  }

  private static func head(of sheet: LyricSheet) -> String {
    var tags: [(String, String)] = []
    if !sheet.title.isEmpty { tags.append(("ti", sheet.title)) }
    if !sheet.artist.isEmpty { tags.append(("ar", sheet.artist)) }
    if let language = sheet.tracks.first(where: { $0.kind == .main })?.language, !language.isEmpty {
      tags.append(("la", language))
    }
    for fact in sheet.metadata where fact.name.utf8.allSatisfy(\.isLetter) && fact.name != "offset" {
      tags.append((fact.name, fact.value))
    }
    return tags.map { "[\($0.0):\($0.1.onOneRow)]\n" }.joined()
  }

  /// Only the voices that LRC has marks for.
  private static func voice(of line: LyricLine) -> String {
    let name = line.voice
    let isAgent = name.count > 1 && name.hasPrefix("v") && name.dropFirst().utf8.allSatisfy(\.isDigit)
    return isAgent || ["F", "M", "D"].contains(name) ? name + ": " : ""
  }

  private static func words(_ words: [LyricWord], _ stamp: (Time) -> String) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      if let start = word.start { text += "<\(stamp(start))>" }
      text += guarded(word.text)
      if index + 1 == words.count, word.text.hasSuffix(")") { text += Guard.mark }
      let next = index + 1 < words.count ? words[index + 1].start : nil
      if let end = word.end, next.map({ stamp($0) != stamp(end) }) ?? true { text += "<\(stamp(end))>" }
      if index + 1 < words.count, !word.joinsNext { text += " " }
    }
    return text
  }

  private static func guarded(_ text: String) -> String {
    Guard.text(text) { bytes, index in
      switch bytes[index] {
      case UInt8(ascii: "<"): LRCStamp.read(bytes, at: index, closing: UInt8(ascii: ">")) != nil
      case UInt8(ascii: "["): LRCStamp.read(bytes, at: index, closing: UInt8(ascii: "]")) != nil
      default: false
      }
    }
  }

  /// So that its beginning is no voice's mark and the whole no section's.
  private static func opened(_ text: String, voice: String) -> String {
    let bytes = Array(text.utf8)[...]
    let isMark = SectionLabel(bytes) != nil || (!LRCEntry.voice(bytes).0.isEmpty && voice.isEmpty)
    return isMark ? Guard.mark + text : text
  }

  /// Hundredths, as everybody writes them, unless thousandths would be lost.
  private static func places(for lines: [LyricLine]) -> ClockText.Places {
    let hundredth = Time.ticksPerSecond / 100
    let times = lines.lazy.flatMap { line in
      [line.start, line.end] + (line.words + line.background).flatMap { [$0.start, $0.end] }
    }
    return times.allSatisfy { ($0 ?? .zero).ticks % hundredth == 0 } ? .two : .three
  }
}

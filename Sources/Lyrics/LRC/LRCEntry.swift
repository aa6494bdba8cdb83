internal import Primitives

/// A line of an LRC file that has times, before it is known what the times of the file mean.
struct LRCEntry {
  enum Content {
    case clear
    case section(SectionLabel)
    case line(LyricLine)
  }

  let number: Int
  var stamps: [LRCStamp]
  var content: Content
  /// The section that begins here, where its marker has no time of its own.
  var opened: SectionLabel?
  /// What lines without times add to this one.
  var moreWords: [LyricWord] = []
  var background: [LyricWord] = []

  /// Nil for a line without a stamp at its start.
  init?(_ line: NumberedLine) {
    number = line.number
    let bytes = line.bytes.trimmed
    var index = bytes.startIndex
    stamps = []
    while true {
      while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "["),
        let (stamp, next) = LRCStamp.read(bytes, at: index, closing: UInt8(ascii: "]"))
      else { break }
      stamps.append(stamp)
      index = next
    }
    guard let first = stamps.first else { return nil }
    let rest = bytes[index...]
    if let label = SectionLabel(rest) {
      content = .section(label)
    } else {
      content = LRCEntry.line(rest, start: first.time)
    }
  }

  private static func line(_ text: Bytes, start: Time) -> Content {
    let (voice, rest) = LRCEntry.voice(text)
    guard !rest.trimmed.isEmpty else { return .clear }
    var line = LyricLine(voice: voice, start: start, words: [])
    let timed = LRCWords(rest, lineStart: start)
    line.words = timed.words
    line.end = timed.end
    return line.words.isEmpty ? .clear : .line(line)
  }

  /// `F:`, `M:` and `D:` of Walaoke; `v1:` as Apple's exporters write it.
  static func voice(_ text: Bytes) -> (String, Bytes) {
    let text = text.trimmed
    guard let colon = text.prefix(8).firstIndex(of: UInt8(ascii: ":")) else { return ("", text) }
    let name = text[..<colon]
    let isWalaoke = name.count == 1 && "FMD".utf8.contains(name.first ?? 0)
    let isAgent =
      name.count > 1 && name.first == UInt8(ascii: "v") && name.dropFirst().allSatisfy(\.isDigit)
    return isWalaoke || isAgent ? (name.string, text[(colon + 1)...]) : ("", text)
  }
}

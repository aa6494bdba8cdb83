internal import Primitives

/// The text of an ASS line: its tags stripped, and karaoke's durations turned into times.
struct KaraokeText {
  private(set) var words: [LyricWord] = []
  private var splitter = WordSplitter()
  private let lineStart: Time
  private var clock: Time
  private var syllable: (start: Time, end: Time)?
  private var piece: [UInt8] = []
  private var isDrawing = false

  init(_ text: Bytes, start: Time) {
    lineStart = start
    clock = start
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "{"), let close = text[index...].firstIndex(of: UInt8(ascii: "}")) {
        takeTags(text[(index + 1)..<close])
        index = close + 1
      } else if text[index] == UInt8(ascii: "{") {
        take(text[index])
        // No brace closes any more: the rest is text, and searching for one again would be slow.
        for byte in text[(index + 1)...] { take(byte) }
        index = text.endIndex
      } else if text[index] == UInt8(ascii: "\\"), index + 1 < text.endIndex,
        let meant = KaraokeText.escape(text[index + 1])
      {
        for byte in meant.utf8 { take(byte) }
        index += 2
      } else {
        take(text[index])
        index += 1
      }
    }
    flush()
    words = splitter.finished
  }

  private static func escape(_ letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "N"): "\n"
    case UInt8(ascii: "n"): " "
    case UInt8(ascii: "h"): "\u{A0}"
    case UInt8(ascii: "{"): "{"
    case UInt8(ascii: "}"): "}"
    default: nil
    }
  }

  private mutating func take(_ byte: UInt8) {
    if !isDrawing { piece.append(byte) }
  }

  private mutating func flush() {
    splitter.append(piece[...], start: syllable?.start, end: syllable?.end)
    if !piece[...].trimmed.isEmpty { syllable = nil }
    piece = []
  }

  private mutating func takeTags(_ block: Bytes) {
    for tag in block.split(separator: UInt8(ascii: "\\")) {
      var letters = tag.prefix { $0.isLetter }
      // A tag's name ends where its number begins; in `\kf` and `\ko` it is two letters long.
      if letters.first != UInt8(ascii: "k"), letters.first != UInt8(ascii: "K"),
        letters.first != UInt8(ascii: "p")
      {
        continue
      }
      letters = letters.prefix(2)
      let value = tag[letters.endIndex...].prefix { $0.isDigit || $0 == UInt8(ascii: "-") }.integer
      switch letters.string {
      case "k", "K", "kf", "ko": beginSyllable(value ?? 0)
      case "kt":
        flush()
        clock = lineStart + (ClockTime.milliseconds(max(0, min(value ?? 0, 360_000_000)) * 10) ?? .zero)
      case "p":
        flush()
        isDrawing = (value ?? 0) > 0
      default: break
      }
    }
  }

  private mutating func beginSyllable(_ hundredths: Int) {
    flush()
    let length = ClockTime.milliseconds(max(0, min(hundredths, 360_000_000)) * 10) ?? .zero
    let end = min(clock + length, ClockTime.furthest)
    syllable = (clock, end)
    clock = end
  }
}

internal import Primitives

/// Tells what kind of sheet a text is: by what stands in it, then by its name.
enum FormatSniffer {
  private static let reach = 400  // lines looked at

  static func format(of text: Bytes, named name: String) -> LyricFormat {
    let promised = LyricFormat(path: name)
    if text.hasPrefix("WEBVTT") { return .webVTT }
    if text.first == UInt8(ascii: "<"), isMarkup(text) { return .ttml }
    if (text.first == UInt8(ascii: "{") && Credit(firstLine(of: text)) == nil)
      || (text.first == UInt8(ascii: "[") && isList(text.dropFirst().prefix(200).trimmed))
    {
      return .json
    }
    for (count, line) in Lines(text).enumerated() {
      if count > reach { break }
      if let format = format(of: line.bytes.trimmed, promised) { return format }
    }
    return promised ?? .plain
  }

  private static func firstLine(of text: Bytes) -> Bytes {
    var lines = Lines(text.prefix(2000))
    return lines.next()?.bytes ?? []
  }

  private static func isMarkup(_ text: Bytes) -> Bool {
    text.hasPrefix("<?xml") || text.hasPrefix("<!--") || text.hasPrefix("<tt")
      || text.prefix(400).firstIndex(of: "<tt") != nil
  }

  /// Whether a bracket opens a JSON list rather than a stamp or a tag.
  private static func isList(_ inside: Bytes) -> Bool {
    guard let first = inside.first else { return false }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "]") || first == UInt8(ascii: "\"")
      || first == UInt8(ascii: "[")
  }

  private static func format(of line: Bytes, _ promised: LyricFormat?) -> LyricFormat? {
    guard let first = line.first else { return nil }
    if first == UInt8(ascii: "[") {
      if line.hasPrefix(ignoringCase: "[script info]") || line.hasPrefix(ignoringCase: "[events]")
        || line.hasPrefix(ignoringCase: "[v4")
      {
        return .ass
      }
      return bracketed(line, promised)
    }
    if CueTiming(line) != nil { return promised == .webVTT ? .webVTT : .srt }
    if line.hasPrefix("version:") || (line.hasPrefix("lines:") && promised == .lyricsfile) {
      return .lyricsfile
    }
    return nil
  }

  private static func bracketed(_ line: Bytes, _ promised: LyricFormat?) -> LyricFormat? {
    guard let close = line.prefix(60).firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let inside = line[(line.startIndex + 1)..<close]
    if LRCStamp(inside) != nil { return promised == .enhancedLRC ? .enhancedLRC : .lrc }
    let numbers = inside.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard numbers.allSatisfy({ $0.integer != nil }),
      let mark = line[close...].firstIndex(of: UInt8(ascii: "(")),
      let end = line[mark...].prefix(50).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let inner = line[(mark + 1)..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard inner.allSatisfy({ $0.integer != nil }) else { return nil }
    if numbers.count == 1, inner.count == 2 { return .lys }
    guard numbers.count == 2 else { return nil }
    return inner.count == 3 ? .yrc : inner.count == 2 ? .qrc : nil
  }
}

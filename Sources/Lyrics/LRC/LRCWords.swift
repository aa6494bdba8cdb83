internal import Primitives

/// The words of a line with stamps between them: `<00:01.00>so <00:01.50>long<00:02.00>`, or the
/// same in square brackets as ESLyric writes it.
struct LRCWords {
  private(set) var words: [LyricWord] = []
  /// When the last word was said to be over.
  private(set) var end: Time?
  private(set) var hasStamps = false

  init(_ text: Bytes, lineStart: Time) {
    var splitter = WordSplitter()
    var piece = text.startIndex
    var start: Time? = nil
    var index = text.startIndex
    while index < text.endIndex {
      guard let (stamp, next) = LRCWords.stamp(text, at: index) else {
        index += 1
        continue
      }
      // A stamp that goes back, such as the zero after ESLyric's spaces, says nothing.
      let time = max(stamp.time, start ?? (hasStamps ? stamp.time : min(lineStart, stamp.time)))
      add(text[piece..<index], to: &splitter, start: hasStamps ? start : lineStart, end: time)
      hasStamps = true
      start = time
      piece = next
      index = next
    }
    let tail = text[piece...]
    splitter.append(tail, start: hasStamps ? start : nil)
    if hasStamps, tail.trimmed.isEmpty { end = start }
    words = splitter.finished
    if hasStamps, words.count == 1 || !LRCWords.hasInnerStamp(words) { forgetLonelyTimes(lineStart) }
  }

  /// `[t1]text[t2]` says when the line ends, not when its words are sung.
  private mutating func forgetLonelyTimes(_ lineStart: Time) {
    guard words.count > 1, words[0].start == lineStart else { return }
    for index in words.indices {
      words[index].start = nil
      words[index].end = nil
    }
  }

  private static func hasInnerStamp(_ words: [LyricWord]) -> Bool {
    words.dropFirst().contains { $0.start != nil } || words.dropLast().contains { $0.end != nil }
  }

  private func add(_ piece: Bytes, to splitter: inout WordSplitter, start: Time?, end: Time) {
    if piece.trimmed.isEmpty {
      if hasStamps { splitter.endLast(at: end) }
      splitter.append(piece)
    } else {
      splitter.append(piece, start: start, end: end)
    }
  }

  private static func stamp(_ text: Bytes, at index: Int) -> (LRCStamp, Int)? {
    switch text[index] {
    case UInt8(ascii: "<"): return LRCStamp.read(text, at: index, closing: UInt8(ascii: ">"))
    case UInt8(ascii: "["):
      guard let (stamp, next) = LRCStamp.read(text, at: index, closing: UInt8(ascii: "]")), stamp.hasPoint
      else { return nil }
      return (stamp, next)
    default: return nil
    }
  }
}

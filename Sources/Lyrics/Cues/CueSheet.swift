internal import Primitives

/// Makes lines of cues.
///
/// A cue is a line, but in three kinds of files: those with a cue for every word, those that show a
/// line again for each word that is marked in it, and those whose rows roll up, so that what was
/// said stands in the next cue once more.
enum CueSheet {
  static func lines(of cues: [Cue], _ remarks: inout Remarks) -> [LyricLine] {
    var cues = cues.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
    if isRolling(cues) {
      remarks.warn(cues[0].number, "rows stand in several cues while they roll up; each was read once")
      cues = unrolled(cues)
    }
    if let first = cues.first, hasWordEach(cues) {
      remarks.warn(first.number, "the cues have one word each; they were joined to lines")
      return joined(cues)
    }
    return merged(cues).map { cue in
      remarks.cue(cue.start, cue.end, words: cue.words, voice: cue.voice, at: cue.number)
    }
  }

  // MARK: A cue for every word

  private static let tolerance = Time(ticks: Time.ticksPerSecond / 10)
  /// What a word lasts on average, at most.
  private static let longestWord = Time(ticks: Time.ticksPerSecond * 9 / 10)
  private static let nearby = Time(ticks: Time.ticksPerSecond / 2)

  private static func hasWordEach(_ cues: [Cue]) -> Bool {
    guard cues.count >= 3 else { return false }
    let single = cues.count { isWord($0.words) }
    let close = zip(cues, cues.dropFirst()).count { $1.start - $0.end <= nearby }
    let isInTurn = zip(cues, cues.dropFirst()).allSatisfy { $1.start >= $0.end - tolerance }
    let sung = cues.reduce(Time.zero) { $0 + max(.zero, $1.end - $1.start) }
    let isQuick = sung.ticks <= longestWord.ticks * Int64(cues.count)
    return single * 10 >= cues.count * 9 && close * 2 >= cues.count - 1 && isInTurn && isQuick
  }

  /// Whether it is one word, with signs beside it or without. In languages without spaces a line has
  /// none either: there, words are short.
  private static func isWord(_ words: [LyricWord]) -> Bool {
    let spoken = words.wholeWords.map(\.text).filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard spoken.count == 1, !words.dropLast().contains(where: \.endsRow) else { return false }
    let letters = spoken[0].unicodeScalars
    return letters.count <= (letters.contains(where: SyllableWeight.isUnspaced) ? 5 : 25)
  }

  private static func joined(_ cues: [Cue]) -> [LyricLine] {
    let heard = cues.map { cue in
      HeardWord(
        text: cue.words.text, start: max(.zero, cue.start), end: max(.zero, cue.end), voice: cue.voice)
    }
    return LineBreaking.groups(heard.separated, starts: []).map { group in
      let words = group.sung
      return LyricLine(voice: group[0].voice, start: words.start, end: words.end, words: words)
    }
  }

  // MARK: A cue for every marked word

  private static func merged(_ cues: [Cue]) -> [Cue] {
    var merged: [Cue] = []
    var isMarked = false
    var run = 0  // of cues that say the same as the last one kept
    for cue in cues {
      if let last = merged.last, cue.words.text == last.words.text, cue.start - last.end <= nearby,
        isMarked || cue.marked != nil, cue.marked == nil || cue.marked != last.marked || run == 0
      {
        merged[merged.count - 1].take(cue, isFirst: run == 0)
        run += 1
      } else {
        merged.append(cue)
        run = 0
        isMarked = false
      }
      isMarked = isMarked || cue.marked != nil
    }
    return merged
  }

  // MARK: Rows that roll up

  private static func isRolling(_ cues: [Cue]) -> Bool {
    var (repeats, chances) = (0, 0)
    for (before, cue) in zip(cues, cues.dropFirst()) where cue.words.dropLast().contains(where: \.endsRow) {
      chances += 1
      let isNext = cue.start - before.end <= nearby
      if isNext, cue.words.rows.first?.text == before.words.rows.last?.text { repeats += 1 }
    }
    return repeats >= 2 && repeats * 2 > chances
  }

  private static func unrolled(_ cues: [Cue]) -> [Cue] {
    var unrolled: [Cue] = []
    var shown: [String] = []
    for cue in cues {
      var rows = cue.words.rows
      let texts = rows.map(\.text)
      while let row = rows.first, shown.contains(row.text) { rows.removeFirst() }
      shown = texts
      guard !rows.isEmpty else { continue }
      var fresh = cue
      fresh.words = rows.joinedRows
      if cue.words.start != nil, fresh.words[0].start == nil { fresh.words[0].start = cue.start }
      fresh.marked = nil
      unrolled.append(fresh)
    }
    return unrolled
  }
}

extension Cue {
  /// Takes the times of what another cue with the same words marks.
  fileprivate mutating func take(_ cue: Cue, isFirst: Bool) {
    if isFirst { mark(self) }
    mark(cue)
    end = max(end, cue.end)
    marked = cue.marked ?? marked
  }

  private mutating func mark(_ cue: Cue) {
    guard let range = cue.marked, range.upperBound <= words.count else { return }
    words[range.lowerBound].start = words[range.lowerBound].start ?? max(.zero, cue.start)
    words[range.upperBound - 1].end = max(.zero, cue.end)
  }
}

extension [[LyricWord]] {
  fileprivate var joinedRows: [LyricWord] {
    var words: [LyricWord] = []
    for row in self {
      if let last = words.indices.last { words[last].endsRow = true }
      words += row
    }
    return words
  }
}

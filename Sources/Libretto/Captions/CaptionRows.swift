import Primitives

/// Breaks what is sung in one go into rows, and rows into pages.
///
/// Never more rows or pages than there must be, and those even: they end where phrases do, and none is left with
/// one short word, where words allow it.
struct CaptionRows {
  let words: [CaptionWord]
  /// From where to where each word reaches where all of them stand in one row.
  let extents: [ClosedRange<Double>]
  let width: Double
  let characters: Int?

  /// The words of each page, with the ends of its rows marked.
  func pages(ofAtMost rows: Int) -> [[CaptionWord]] {
    let pages = parts(of: words.indices, within: rows)
    return pages.map { page in
      let ends = Set(self.rows(of: page, atMost: rows).dropLast().map { $0.upperBound - 1 })
      return page.map { index in
        var word = words[index]
        word.endsRow = ends.contains(index)
        return word
      }
    }
  }

  /// How many rows words take.
  static func count(of words: [CaptionWord]) -> Int { 1 + words.dropLast().count { $0.endsRow } }

  /// The rows that the sheet has, where there is room for them; the best others.
  private func rows(of page: Range<Int>, atMost most: Int) -> [Range<Int>] {
    let ends = page.dropLast().filter { words[$0].endsRow }.map { $0 + 1 }
    let own = zip([page.lowerBound] + ends, ends + [page.upperBound]).map { $0..<$1 }
    if own.count > 1, own.count <= most, own.allSatisfy(fits) { return own }
    return parts(of: page, within: 1)
  }

  /// How much of its room words leave, and how badly they end: within a phrase, with a word like "the".
  private func badness(of range: Range<Int>, room: Double) -> Double {
    let slack = 1 - min(1, length(of: range) / max(1, room))
    let isOpen = !endsPhrase(range)
    let hangs = isOpen && range.last.map { words[$0].text.count <= 3 } ?? false
    return slack * slack + (isOpen ? 0.25 : 0) + (hangs ? 0.1 : 0) + (isStray(range) ? 1 : 0)
  }

  /// The fewest parts of so many rows at most, and of those the least bad.
  private func parts(of range: Range<Int>, within rows: Int) -> [Range<Int>] {
    guard !range.isEmpty else { return [range] }
    let first = range.lowerBound
    // For each word, the fewest parts of what begins there, how bad they are, and where the first ends.
    var plans = [(count: Int, badness: Double, end: Int)](
      repeating: (0, 0, range.upperBound), count: range.count + 1)
    for start in range.reversed() {
      var best: (count: Int, badness: Double, end: Int)?
      for end in (start + 1)...max(start + 1, min(reach(from: start, rows: rows), range.upperBound)) {
        let rest = plans[end - first]
        let plan = (
          count: rest.count + 1,
          badness: rest.badness + badness(of: start..<end, room: Double(rows) * width), end: end
        )
        if best.map({ (plan.count, plan.badness) < ($0.count, $0.badness) }) ?? true { best = plan }
      }
      plans[start - first] = best ?? (1, 0, range.upperBound)
    }
    var parts: [Range<Int>] = []
    var start = first
    while start < range.upperBound {
      parts.append(start..<plans[start - first].end)
      start = plans[start - first].end
    }
    return parts
  }

  /// As far as so many rows from a word on have room, at least for that word.
  private func reach(from start: Int, rows: Int) -> Int {
    var (end, row, left) = (start, start, rows)
    while end < words.count {
      if end > row, !fits(row..<(end + 1)) {
        left -= 1
        row = end
      }
      if left == 0 { break }
      end += 1
    }
    return max(start + 1, end)
  }

  private func fits(_ row: Range<Int>) -> Bool {
    guard length(of: row) <= width else { return false }
    return characters.map { limit in
      row.reduce(-1) { $0 + words[$1].text.count + 1 } <= max(1, limit)
    } ?? true
  }

  private func length(of range: Range<Int>) -> Double {
    guard let first = range.first, let last = range.last else { return 0 }
    return max(extents[first].upperBound, extents[last].upperBound)
      - min(extents[first].lowerBound, extents[last].lowerBound)
  }

  /// Whether something is over after the last of some words: as it is written, or as it is sung.
  private func endsPhrase(_ range: Range<Int>) -> Bool {
    guard let last = range.last, last + 1 < words.count else { return true }
    if let mark = words[last].text.last(where: { !"\"'”’»)]".contains($0) }),
      ".,;:!?…—–、。！？，；".contains(mark)
    {
      return true
    }
    return words[last + 1].begin - words[last].finish > CaptionRows.breath
  }

  /// So long a silence is heard.
  private static let breath = SongTime(Time(ticks: Time.ticksPerSecond * 35 / 100))

  /// Whether it is one short word that others stand beside.
  private func isStray(_ range: Range<Int>) -> Bool {
    range.count == 1 && words.count > 1 && length(of: range) < 0.25 * width
  }
}

/// Puts lines on pages, and says when each page is there.
struct CaptionPager {
  let paging: CaptionPaging
  /// Resolved to times.
  let gap: SongTime
  let lead: SongTime
  let hold: SongTime
  let under: CaptionExtras
  let site: Site
  /// How much of the song is heard during a length.
  let time: @Sendable (Length) -> SongTime

  /// More lines at once than anybody could read; the rest is left out.
  static let most = 24

  /// The pages, and how many lines found no place on one.
  func pages(of lines: [CaptionLine]) -> (pages: [CaptionPage], leftOut: Int) {
    let pieces = lines.flatMap(cut).enumerated()
      .sorted { ($0.element.begin, $0.offset) < ($1.element.begin, $1.offset) }.map(\.element)
    var groups: [[CaptionLine]] = []
    var (finish, leftOut) = (SongTime.zero, 0)
    for line in pieces {
      if let last = groups.last, joins(line, last, sungUntil: finish) {
        guard last.count < CaptionPager.most else {
          leftOut += 1
          continue
        }
        groups[groups.count - 1].append(line)
        finish = max(finish, line.finish)
      } else {
        groups.append([line])
        finish = line.finish
      }
    }
    let shown = times(of: groups)
    let pages = zip(groups, shown).enumerated().map { index, page in
      CaptionPage(page.0, number: index + 1, shown: page.1, under: under, site: site, time: time)
    }
    return (pages, leftOut)
  }

  /// So much of two lines at once is singing together.
  private static let overlap = SongTime(Time(ticks: Time.ticksPerSecond / 5))

  /// What is sung at the same time stands on one page, whatever else was asked.
  private func joins(_ line: CaptionLine, _ page: [CaptionLine], sungUntil finish: SongTime) -> Bool {
    guard let last = page.last else { return false }
    if line.begin + Self.overlap < finish, line.section == last.section { return true }
    return page.count < max(1, paging.lines) && line.section == last.section
      && line.begin - finish <= gap
  }

  /// A line in pieces of at most so many characters, as even as can be, and without long silences.
  private func cut(_ line: CaptionLine) -> [CaptionLine] {
    let pieces = line.words.splitAtSilences(longerThan: gap).flatMap { words in
      paging.characters.map { words.split(atMost: max(1, $0)) } ?? [words]
    }
    guard pieces.count > 1 else { return [line] }
    return pieces.enumerated().map { index, words in
      var piece = line
      piece.words = words
      if index > 0 { (piece.background, piece.translation, piece.romanization) = ([], nil, nil) }
      return piece
    }
  }

  /// A page comes so early and stays so long as its neighbours let it.
  private func times(of groups: [[CaptionLine]]) -> [Range<SongTime>] {
    let sung = groups.map { group in
      (begin: group.map(\.begin).min() ?? .zero, end: group.map(\.finish).max() ?? .zero)
    }
    var appears: [SongTime] = []
    for (index, page) in sung.enumerated() {
      let before = index > 0 ? sung[index - 1].end : page.begin - lead
      appears.append(max(min(page.begin, before), page.begin - lead))
    }
    return sung.indices.map { index in
      let end = max(sung[index].end, sung[index].begin) + hold
      let leaves = index + 1 < sung.count ? min(end, max(appears[index + 1], appears[index])) : end
      return appears[index]..<max(appears[index], leaves)
    }
  }
}

extension [CaptionWord] {
  fileprivate func splitAtSilences(longerThan gap: SongTime) -> [[CaptionWord]] {
    var parts: [[CaptionWord]] = []
    for word in self {
      if let last = parts.last?.last, word.begin - last.finish <= gap {
        parts[parts.count - 1].append(word)
      } else {
        parts.append([word])
      }
    }
    return parts
  }

  /// As few parts as can be, and among those the most even; a word longer than the limit stands alone.
  fileprivate func split(atMost limit: Int) -> [[CaptionWord]] {
    let limit = Swift.min(limit, 10_000)
    let lengths = map { (word: $0.text.count, space: $0.endsWithSpace ? 1 : 0) }
    // For each word, the fewest parts of what begins there, how uneven they are, and where the first ends.
    var plans = [(parts: Int, rest: Int, end: Int)](repeating: (0, 0, count), count: count + 1)
    for start in indices.reversed() {
      var best: (parts: Int, rest: Int, end: Int)?
      var length = 0
      for end in (start + 1)...count {
        if end > start + 1 { length += lengths[end - 2].space }
        length += lengths[end - 1].word
        if length > limit, end > start + 1 { break }
        let rest = Swift.max(0, limit - length)
        let plan = (parts: plans[end].parts + 1, rest: plans[end].rest + rest * rest, end: end)
        if best.map({ (plan.parts, plan.rest) < ($0.parts, $0.rest) }) ?? true { best = plan }
      }
      plans[start] = best ?? (1, 0, count)
    }
    var parts: [[CaptionWord]] = []
    var start = 0
    while start < count {
      parts.append(Array(self[start..<plans[start].end]))
      start = plans[start].end
    }
    return parts
  }
}

/// Puts lines on pages, and says when each page is there.
struct CaptionPager {
  let paging: CaptionPaging
  /// Resolved to times.
  let gap: SongTime
  let lead: SongTime
  let hold: SongTime
  let ruler: CaptionRuler
  /// Of a section's captions, and how their pages come and go.
  let style: (String) -> any CaptionStyle
  let change: CaptionChange?
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
    let courses = courses(of: groups)
    let pages = zip(groups, courses).enumerated().map { index, page in
      CaptionPage(
        page.0, number: index + 1, course: page.1, under: ruler.under, site: ruler.site, time: time)
    }
    return (pages, leftOut)
  }

  /// So much of two lines at once is singing together.
  private static let overlap = SongTime(Time(ticks: Time.ticksPerSecond / 5))

  /// What is sung at the same time stands on one page, whatever else was asked; what is sung in turn, as far
  /// as there are rows for it.
  private func joins(_ line: CaptionLine, _ page: [CaptionLine], sungUntil finish: SongTime) -> Bool {
    guard let last = page.last, line.section == last.section else { return false }
    if line.begin + Self.overlap < finish { return true }
    guard let rows = paging.lines else { return false }
    let taken = (page + [line]).reduce(0) { $0 + $1.rows }
    return taken <= rows && line.begin - finish <= gap
  }

  /// A line in pieces that each have room on a page, without long silences.
  private func cut(_ line: CaptionLine) -> [CaptionLine] {
    let style = style(line.section)
    let rows = max(1, min(paging.lines ?? style.rows, CaptionPager.most))
    let pieces = line.words.splitAtSilences(longerThan: gap).flatMap { words in
      ruler.rows(of: words, in: line, style, paging).pages(ofAtMost: rows)
    }
    return pieces.isEmpty ? [line] : pieces.indices.map { line.piece($0, of: pieces) }
  }

  /// A page comes so early and stays so long as its neighbours let it, and is all there while it is sung.
  private func courses(of groups: [[CaptionLine]]) -> [CaptionPage.Course] {
    let changes = groups.map { change ?? style($0.first?.section ?? "").change }
    let sung = groups.map { group in
      (begin: group.map(\.begin).min() ?? .zero, end: group.map(\.finish).max() ?? .zero)
    }
    var (appears, coming): ([SongTime], [SongTime]) = ([], [])
    for (index, page) in sung.enumerated() {
      let before = index > 0 ? sung[index - 1].end : page.begin - lead
      appears.append(max(min(page.begin, before), page.begin - lead))
      // A frame less, so that it is over however both are rounded to frames.
      let lead = page.begin - appears[index] - time(.frames(1))
      coming.append(seen(min(time(changes[index].length), lead)))
    }
    return sung.indices.map { index in
      let end = max(sung[index].end, sung[index].begin)
      var leaves = end + hold
      if index + 1 < sung.count {
        // Neighbours dissolve into each other: the one is there until the other is.
        leaves = min(leaves, max(appears[index + 1] + coming[index + 1], appears[index]))
      }
      leaves = max(appears[index], leaves)
      return CaptionPage.Course(
        shown: appears[index]..<leaves, change: changes[index], coming: coming[index].length,
        going: seen(min(time(changes[index].length), leaves - end)).length)
    }
  }

  /// What is shorter than two frames isn't seen as a change.
  private func seen(_ length: SongTime) -> SongTime {
    length < SongTime(Time(ticks: Time.ticksPerSecond / 15)) ? .zero : length
  }
}

extension CaptionLine {
  /// How many rows its words take.
  fileprivate var rows: Int { CaptionRows.count(of: words) }

  /// One of the pieces it was cut into, with what is sung behind it meanwhile.
  fileprivate func piece(_ index: Int, of pieces: [[CaptionWord]]) -> CaptionLine {
    var piece = self
    piece.words = pieces[index]
    let begin = pieces[index].first?.begin
    let next = index + 1 < pieces.count ? pieces[index + 1].first?.begin : nil
    piece.background = background.filter { word in
      (index == 0 || begin.map { word.begin >= $0 } ?? true) && (next.map { word.begin < $0 } ?? true)
    }
    return piece
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
}

internal import Primitives

extension LyricSheet {
  /// The same text with the times of words that somebody heard in the song.
  ///
  /// Recognizers mishear songs, so the text stays as it is: each heard word gives its time to the
  /// word it stands for, found by edit distance over the whole song. Words nobody heard keep no
  /// time; `filled` guesses them. Lines start with their first word that was heard.
  public func aligned(to heard: [LyricWord]) -> LyricSheet {
    guard let main = tracks.firstIndex(where: { $0.kind == .main }) else { return self }
    let heard = heard.filter { $0.start != nil }
    let known = tracks[main].lines.flatMap(\.words)
    let pairs = Alignment.pairs(
      known.map { Alignment.plain($0.text) }, heard.map { Alignment.plain($0.text) })
    var sheet = self
    var place = 0
    for section in sheet.tracks[main].sections.indices {
      for index in sheet.tracks[main].sections[section].lines.indices {
        var line = sheet.tracks[main].sections[section].lines[index]
        for word in line.words.indices {
          let match = pairs[place].map { heard[$0] }
          line.words[word].start = match?.start
          line.words[word].end = match?.end
          line.words[word].isGuessed = false
          place += 1
        }
        line.start = line.words.compactMap(\.start).min() ?? line.start
        line.end = line.words.compactMap(\.end).max() ?? line.end
        sheet.tracks[main].sections[section].lines[index] = line
      }
    }
    return sheet
  }
}

/// Which word of one text stands for which of another.
enum Alignment {
  private static let cellLimit = 40_000_000

  /// Letters and digits only, all small.
  static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// For each known word the index of the heard one in its place. Texts too long to compare whole
  /// are compared around the diagonal.
  static func pairs(_ known: [String], _ heard: [String]) -> [Int?] {
    var pairs = [Int?](repeating: nil, count: known.count)
    guard !known.isEmpty, !heard.isEmpty else { return pairs }
    let band = max(64, cellLimit / known.count / 2)
    let width = min(heard.count, 2 * band) + 1
    func first(_ row: Int) -> Int {
      width > heard.count ? 0 : max(0, min(heard.count + 1 - width, row * heard.count / known.count - band))
    }
    // 0 goes on in both, 1 in the known text only, 2 in the heard one only.
    var moves = [UInt8](repeating: 0, count: (known.count + 1) * width)
    var before = [Int](repeating: 0, count: width)
    for row in 0...known.count {
      var costs = [Int](repeating: .max / 2, count: width)
      let (low, above) = (first(row), row > 0 ? first(row - 1) : 0)
      for cell in 0..<width {
        let column = low + cell
        var (best, move) = (row == 0 && column == 0 ? 0 : Int.max / 2, UInt8(0))
        if row > 0, column > 0, column - 1 >= above, column - 1 - above < width {
          let cost = before[column - 1 - above] + (known[row - 1] == heard[column - 1] ? 0 : 3)
          if cost < best { (best, move) = (cost, 0) }
        }
        if row > 0, column >= above, column - above < width, before[column - above] + 2 < best {
          (best, move) = (before[column - above] + 2, 1)
        }
        if cell > 0, costs[cell - 1] + 2 < best { (best, move) = (costs[cell - 1] + 2, 2) }
        costs[cell] = best
        moves[row * width + cell] = move
      }
      before = costs
    }
    var (row, column) = (known.count, heard.count)
    while row > 0, column >= 0 {
      let cell = max(0, min(width - 1, column - first(row)))
      switch column == 0 ? 1 : moves[row * width + cell] {
      case 0:
        pairs[row - 1] = column - 1
        (row, column) = (row - 1, column - 1)
      case 1: row -= 1
      default: column -= 1
      }
    }
    return pairs
  }
}

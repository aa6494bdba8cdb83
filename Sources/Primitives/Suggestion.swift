/// The word somebody probably meant.
package enum Suggestion {
  /// The candidate nearest to a word, if it is near enough to be a slip of the fingers.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let reach = max(1, word.count / 3)
    return candidates.map { (distance(word.lowercased(), $0.lowercased()), $0) }
      .filter { $0.0 <= reach }.min { $0.0 < $1.0 }?.1
  }

  /// Which of some names a word is; in other letter case only if there is one alone.
  package static func index(of word: String, in names: [String]) -> Int? {
    if let exact = names.firstIndex(of: word) { return exact }
    let alike = names.indices.filter { names[$0].lowercased() == word.lowercased() }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The same as a hint, or none: `did you mean render?`, in quotes where the author writes quotes.
  package static func hints(
    for word: String, among candidates: some Sequence<String>, quoted: Bool = false
  ) -> [String] {
    nearest(to: word, among: candidates).map { ["did you mean \(quoted ? "\"\($0)\"" : $0)?"] } ?? []
  }

  /// How many letters must be typed, dropped, changed or swapped with their neighbour.
  package static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[b.count]
  }
}

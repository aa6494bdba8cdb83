/// Text without its markup, and which of it was marked.
struct MarkedText {
  var plain: [UInt8] = []
  private var marks: [Range<Int>] = []
  private var open: [Int] = []

  mutating func openMark() { if open.count < 16 { open.append(plain.count) } }

  mutating func closeMark() {
    guard let start = open.popLast(), start < plain.count else { return }
    marks.append(start..<plain.count)
  }

  /// The only words that are marked, unless all are.
  func marked(of count: Int) -> Range<Int>? {
    guard let mark = marks.first, marks.allSatisfy({ $0 == mark || mark.contains($0.lowerBound) }) else {
      return nil
    }
    let first = WordSplitter.words(plain[..<mark.lowerBound]).count
    let last = WordSplitter.words(plain[..<mark.upperBound]).count
    guard first < last, last <= count, last - first < count else { return nil }
    return first..<last
  }
}

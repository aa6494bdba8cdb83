extension TextBlock {
  /// The boxes of its lines, where words stand: as wide as the words, as high as a row.
  package var lineAreas: [Rect] {
    lines.enumerated().compactMap { index, line in
      line.width > 0 ? area(from: line.left, to: line.left + line.width, row: index) : nil
    }
  }

  /// The box around all its words; nil if it has none.
  package var wordsArea: Rect? { lineAreas.bounds }

  /// The boxes of its words, told apart by spaces; one for each line that a word runs across.
  package var wordAreas: [Rect] {
    lines.enumerated().flatMap { index, line in
      line.words.map { area(from: $0.lowerBound, to: $0.upperBound, row: index) }
    }
  }

  private func area(from left: Double, to right: Double, row: Int) -> Rect {
    let height = size.height / Double(max(1, lines.count))
    return Rect(x: left, y: height * Double(row), width: right - left, height: height)
  }
}

extension TextLine {
  /// From where to where words reach, from left to right.
  fileprivate var words: [ClosedRange<Double>] {
    clusters.split { $0.ink == nil }.compactMap { clusters in
      guard let left = clusters.map(\.left).min(), let right = clusters.map(\.right).max() else {
        return nil
      }
      return left...max(left, right)
    }
  }
}

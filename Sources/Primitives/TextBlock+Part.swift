extension TextBlock {
  /// The part of a block that shows some characters, as a block of its own.
  package struct Part: Sendable {
    package let block: TextBlock
    /// Where its top left corner stands in the whole.
    package let origin: Point

    package init(block: TextBlock, origin: Point) {
      self.block = block
      self.origin = origin
    }
  }

  /// The part that shows some UTF-16 units of the text: as wide as their carets say, as high as their
  /// lines. A ligature belongs to its first character. Nil if nothing shows them.
  package func part(_ units: Range<Int>) -> Part? {
    let rowHeight = size.height / Double(max(1, lines.count))
    var (rows, left, right) = ([(index: Int, line: TextLine)](), Double.infinity, -Double.infinity)
    for (index, line) in lines.enumerated() {
      let clusters = line.clusters.filter { units.contains($0.units.lowerBound) }
      guard !clusters.isEmpty else { continue }
      left = min(left, clusters.map(\.left).min() ?? left)
      right = max(right, clusters.map(\.right).max() ?? right)
      var row = line
      row.clusters = clusters
      row.runs = line.runs.compactMap { run in
        var run = run
        run.glyphs = run.glyphs.filter { units.contains($0.cluster) }
        return run.glyphs.isEmpty ? nil : run
      }
      rows.append((index, row))
    }
    guard let first = rows.first, let last = rows.last else { return nil }
    let origin = Point(x: left, y: (Double(first.index) * rowHeight).snappedToPixelGrid)
    let height = Double(last.index + 1 - first.index) * rowHeight
    let size = Size(width: right - left, height: height.snappedToPixelGrid)
    let lines = rows.map { $0.line.moved(by: Point(x: -origin.x, y: -origin.y)) }
    return Part(block: TextBlock(text: text(of: units), size: size, lines: lines), origin: origin)
  }

  private func text(of units: Range<Int>) -> String {
    let all = Array(text.utf16)
    return String(decoding: all[units.clamped(to: 0..<all.count)], as: UTF16.self)
  }
}

extension TextLine {
  fileprivate func moved(by shift: Point) -> TextLine {
    var line = self
    line.baseline += shift.y
    line.left = (clusters.map(\.left).min() ?? left) + shift.x
    line.width = (clusters.map(\.right).max() ?? left) - (clusters.map(\.left).min() ?? left)
    for run in line.runs.indices {
      for glyph in line.runs[run].glyphs.indices {
        let origin = line.runs[run].glyphs[glyph].origin
        line.runs[run].glyphs[glyph].origin = Point(x: origin.x + shift.x, y: origin.y + shift.y)
      }
    }
    line.clusters = line.clusters.map { $0.moved(by: shift) }
    return line
  }
}

extension TextCluster {
  fileprivate func moved(by shift: Point) -> TextCluster {
    var cluster = self
    cluster.left += shift.x
    cluster.right += shift.x
    cluster.innerCarets = innerCarets.map { InnerCaret(unit: $0.unit, x: $0.x + shift.x) }
    cluster.ink = ink.map { Rect(x: $0.x + shift.x, y: $0.y + shift.y, width: $0.width, height: $0.height) }
    return cluster
  }
}

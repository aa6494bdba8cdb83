import Primitives

extension Cells: Layout {
  func placing(_ parts: Layers, in space: LayoutSpace) -> (parts: Layers, size: Size?) {
    let placed = zip(parts, cells(parts.count, in: space.size)).map { part, cell in
      space.box([part], at: cell, site: part.site, isDerived: part.isDerived)
    }
    return (placed, nil)
  }

  /// The cells in a box, row by row.
  private func cells(_ count: Int, in box: Size) -> [Rect] {
    guard count > 0 else { return [] }
    let gap = max(0, spacing.width(in: box))
    let wanted =
      switch columns {
      case .count(let columns): Double(columns)
      case .atLeast(let width): ((box.width + gap) / max(1, width.width(in: box) + gap)).rounded(.down)
      }
    let across = wanted >= 1 ? Int(min(wanted, Double(count))) : 1
    let down = (count - 1) / across + 1
    let size = Size(
      width: max(0, (box.width - gap * Double(across - 1)) / Double(across)),
      height: max(0, (box.height - gap * Double(down - 1)) / Double(down)))
    return (0..<count).map { index in
      let (row, column) = (index / across, index % across)
      let missing = row == down - 1 ? down * across - count : 0
      let shift = Double(missing) * (size.width + gap) * alignment.share
      return Rect(
        x: Double(column) * (size.width + gap) + shift, y: Double(row) * (size.height + gap),
        width: size.width, height: size.height)
    }
  }
}

/// Elements in equal cells, row by row, that fill its frame, or its parent.
///
/// Each stands in its cell as in any other parent.
public struct Grid: LayerElement {
  public var layer: Layer

  /// So many columns.
  public init(
    columns: Int, spacing: Measure = 0, alignment: TextAlignment = .center, file: String = #filePath,
    line: Int = #line, @LayersBuilder _ content: () -> Layers
  ) {
    let grid = GridElement(columns: .count(columns), spacing: spacing, alignment: alignment)
    layer = Layer(.grid(grid, content()), file: file, line: line)
  }

  /// As many columns as fit when each is so wide at least.
  public init(
    columnsAtLeast width: Measure, spacing: Measure = 0, alignment: TextAlignment = .center,
    file: String = #filePath, line: Int = #line, @LayersBuilder _ content: () -> Layers
  ) {
    let grid = GridElement(columns: .atLeast(width), spacing: spacing, alignment: alignment)
    layer = Layer(.grid(grid, content()), file: file, line: line)
  }
}

/// How elements are put into cells.
package struct GridElement: Sendable {
  package enum Columns: Sendable {
    case count(Int)
    case atLeast(Measure)
  }

  package var columns: Columns
  package var spacing: Measure
  /// Where the cells of a last row stand that isn't full.
  package var alignment: TextAlignment

  /// The cells in a box, row by row.
  func cells(_ count: Int, in box: Size) -> [Rect] {
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

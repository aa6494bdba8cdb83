/// Elements in equal cells, row by row, that fill its frame, or its parent.
///
/// Each stands in its cell as in any other parent.
public struct Grid: Arranging {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// So many columns; the alignment is where the cells of a last row stand that isn't full.
  public init(
    columns: Int, spacing: some MeasureValue = 0, alignment: TextAlignment = .center,
    file: String = #filePath,
    line: Int = #line, @LayersBuilder _ content: () -> Layers
  ) {
    arrangement = Arrangement(
      content(), by: Cells(columns: .count(columns), spacing: spacing.measure, alignment: alignment))
    directions = StageDirections(file, line)
  }

  /// As many columns as fit when each is so wide at least.
  public init(
    columnsAtLeast width: some MeasureValue, spacing: some MeasureValue = 0,
    alignment: TextAlignment = .center,
    file: String = #filePath, line: Int = #line, @LayersBuilder _ content: () -> Layers
  ) {
    arrangement = Arrangement(
      content(), by: Cells(columns: .atLeast(width.measure), spacing: spacing.measure, alignment: alignment)
    )
    directions = StageDirections(file, line)
  }
}

/// How elements are put into cells.
struct Cells: Sendable {
  enum Columns {
    case count(Int)
    case atLeast(Measure)
  }

  var columns: Columns
  var spacing: Measure
  /// Where the cells of a last row stand that isn't full.
  var alignment: TextAlignment
}

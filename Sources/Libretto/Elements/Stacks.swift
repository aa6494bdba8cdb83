/// Elements one below the other, each as high as it is by itself.
public struct Column: Arranging {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// - Parameters:
  ///   - spacing: between neighbours.
  ///   - alignment: where those stand that are narrower than the widest.
  public init(
    spacing: some MeasureValue = 0, alignment: TextAlignment = .center, file: String = #filePath,
    line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    let stack = Stack(axis: .vertical, spacing: spacing.measure, alignment: alignment)
    arrangement = Arrangement(content(), by: stack)
    directions = StageDirections(file, line)
  }
}

/// Elements side by side, each as wide as it is by itself; their middles are at one height.
public struct Row: Arranging {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// - Parameter spacing: between neighbours.
  public init(
    spacing: some MeasureValue = 0, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    let stack = Stack(axis: .horizontal, spacing: spacing.measure, alignment: .center)
    arrangement = Arrangement(content(), by: stack)
    directions = StageDirections(file, line)
  }
}

/// How elements are put beside each other.
struct Stack: Sendable {
  enum Axis { case horizontal, vertical }

  var axis: Axis
  var spacing: Measure
  /// Where those stand that are narrower than the widest.
  var alignment: TextAlignment
}

/// Elements one below the other, each as high as it is by itself.
public struct Column: LayerElement {
  public var layer: Layer

  public init(
    spacing: Measure = 0, alignment: TextAlignment = .center, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    let stack = StackElement(axis: .vertical, spacing: spacing, alignment: alignment)
    layer = Layer(.stack(stack, content()), file: file, line: line)
  }
}

/// Elements side by side, each as wide as it is by itself; their middles are at one height.
public struct Row: LayerElement {
  public var layer: Layer

  public init(
    spacing: Measure = 0, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    let stack = StackElement(axis: .horizontal, spacing: spacing, alignment: .center)
    layer = Layer(.stack(stack, content()), file: file, line: line)
  }
}

/// How elements are put beside each other.
package struct StackElement: Sendable {
  package enum Axis: Sendable { case horizontal, vertical }

  package var axis: Axis
  package var spacing: Measure
  /// Where those stand that are narrower than the widest.
  package var alignment: TextAlignment
}

/// One colour all over.
public struct Solid: LayerElement {
  public var layer: Layer

  public init(_ color: Color, file: String = #filePath, line: Int = #line) {
    layer = Layer(.solid(color), file: file, line: line)
  }
}

/// One color all over.
public struct Solid: StagedElement {
  var payload: SolidPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// Fills its frame, or its parent.
  public init(_ color: Color, file: String = #filePath, line: Int = #line) {
    payload = SolidPayload(color: color)
    directions = StageDirections(file, line)
  }
}

/// A color, which fills its box.
struct SolidPayload: Sendable {
  var color: Color
}

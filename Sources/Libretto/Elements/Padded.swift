/// An element with room around it.
///
/// It takes the element's place: what fills its parent fills what the room leaves, what is as large as it is by
/// itself gets a box that is so much larger.
public struct Padded: StagedElement {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  init(_ inner: Layer, _ padding: Padding) {
    var inner = inner
    directions = inner.directions.handOverPlace()
    arrangement = Arrangement([inner], by: padding)
  }
}

/// How much room is left around an element.
enum Padding: Sendable {
  case sides(top: Measure, left: Measure, bottom: Measure, right: Measure)
  case area(SafeArea)
}

extension Element {
  /// With the same room on all sides.
  public func padded(_ space: some MeasureValue) -> Padded {
    padded(top: space, left: space, bottom: space, right: space)
  }

  /// With the same room on the left and the right, and above and below.
  public func padded(
    horizontally across: some MeasureValue = 0, vertically down: some MeasureValue = 0
  ) -> Padded {
    padded(top: down, left: across, bottom: down, right: across)
  }

  /// With room on each side of its own.
  public func padded(
    top: some MeasureValue = 0, left: some MeasureValue = 0, bottom: some MeasureValue = 0,
    right: some MeasureValue = 0
  ) -> Padded {
    Padded(
      layer,
      .sides(top: top.measure, left: left.measure, bottom: bottom.measure, right: right.measure))
  }

  /// Kept within the part of its parent that is sure to be seen.
  public func padded(_ area: SafeArea) -> Padded { Padded(layer, .area(area)) }
}

/// Elements around a circle, each as large as it is by itself, with its middle on the circle.
///
/// The ring is as large as the circle with what stands on it, unless it has a frame.
public struct Ring: Arranging {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// Clockwise, in equal steps; bare numbers are degrees, and 0 is the top.
  ///
  /// - Parameters:
  ///   - radius: of the circle; shares are of the shorter side of what it stands in.
  ///   - start: where the first element stands.
  ///   - spread: how far around they go. On less than a whole circle the last one stands at its end.
  ///   - turned: whether each is turned with the circle, its head outwards.
  public init(
    radius: some MeasureValue = Measure.vmin(30), from start: some AngleValue = 0,
    spread: some AngleValue = 360, turned: Bool = false, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    let circle = Circle(radius: radius.measure, start: start.angle, spread: spread.angle, isTurned: turned)
    arrangement = Arrangement(content(), by: circle)
    directions = StageDirections(file, line)
  }

  /// Each element begins a little later than the one before.
  public func staggered(_ stagger: Stagger) -> Ring { delayed(by: stagger) }
}

/// How elements stand around a circle.
struct Circle: Sendable {
  var radius: Measure
  var start: Angle
  var spread: Angle
  /// Whether each is turned with the circle, its head outwards.
  var isTurned: Bool
}

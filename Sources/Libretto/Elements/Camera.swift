import Primitives
import Timeline

/// Elements that are seen by one camera, as far as they have a depth: near ones move more than far ones.
///
/// Until it moves, what lies in the plane of the canvas is where it would be without it. Elements with a depth are
/// painted from the farthest to the nearest; those without one stay as they are, and keep their place among the others.
public struct Camera: Arranging {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// A camera that stands still, or moves while it is on stage.
  ///
  /// - Parameters:
  ///   - moves: which it makes at the same time, from its first frame to its last.
  ///   - lens: its focal length in millimetres, on film 36 wide: 24 is wide and near, 85 long and far away.
  public init(
    _ moves: CameraMove..., lens: Double = 50, easing: Easing = .easeInOut, file: String = #filePath,
    line: Int = #line, @LayersBuilder _ content: () -> Layers
  ) {
    arrangement = Arrangement(content())
    directions = StageDirections(file, line)
    var camera = CameraRequest(lens: lens)
    for move in moves { camera.make(move, easing) }
    directions.look.camera = camera
  }

  /// Moved to the right and down, from in front of the middle; shares are of its frame.
  public func panned(x: some MeasureForm = 0, y: some MeasureForm = 0) -> Camera {
    placed { ($0.x, $0.y) = (x.animatedMeasure, y.animatedMeasure) }
  }

  /// Moved ahead, into the picture.
  public func dollied(_ way: some MeasureForm) -> Camera { placed { $0.ahead = way.animatedMeasure } }

  /// Enlarges all that it sees alike, however far away.
  public func zoomed(_ zoom: some NumberForm) -> Camera { placed { $0.zoom = zoom.animatedNumber } }

  /// Looks from another side: all that it sees is tilted around its middle by these angles.
  public func orbited(x: some AngleForm = 0, y: some AngleForm = 0) -> Camera {
    placed { $0.orbit = (x.animatedAngle, y.animatedAngle) }
  }

  private func placed(_ edit: (inout CameraRequest) -> Void) -> Camera {
    with { directions in
      guard var camera = directions.look.camera else { return }
      edit(&camera)
      directions.look.camera = camera
    }
  }

  /// Each element begins a little later than the one before.
  public func staggered(_ stagger: Stagger) -> Camera { delayed(by: stagger) }
}

/// A move that a camera makes from its first frame to its last.
public struct CameraMove: Sendable {
  enum Kind: Sendable {
    case pan(x: Measure, y: Measure)
    case dolly(Measure)
    case zoom(Double)
    case orbit(x: Angle, y: Angle)
  }

  let kind: Kind

  /// Sideways: from half as far on the one side of the middle to half as far on the other.
  public static func pan(x: some MeasureValue = 0, y: some MeasureValue = 0) -> CameraMove {
    CameraMove(kind: .pan(x: x.measure, y: y.measure))
  }

  /// Ahead, into the picture; back, if below zero.
  public static func dolly(_ way: some MeasureValue) -> CameraMove { CameraMove(kind: .dolly(way.measure)) }

  /// To so many times the size.
  public static func zoom(_ zoom: Double) -> CameraMove { CameraMove(kind: .zoom(zoom)) }

  /// Around the middle: from half of the angles on the one side to half of them on the other.
  public static func orbit(x: some AngleValue = 0, y: some AngleValue = 0) -> CameraMove {
    CameraMove(kind: .orbit(x: x.angle, y: y.angle))
  }
}

/// A camera as the author asked for it.
struct CameraRequest: Sendable {
  var x: Animated<Measure> = 0
  var y: Animated<Measure> = 0
  var ahead: Animated<Measure> = 0
  var zoom: Animated<Double> = 1
  var orbit: (x: Animated<Angle>, y: Animated<Angle>) = (0, 0)
  var lens: Double

  init(lens: Double) { self.lens = lens > 0 ? max(8, min(1000, lens)) : 50 }

  mutating func make(_ move: CameraMove, _ easing: Easing) {
    func run<Value: Animatable>(_ from: Value, _ to: Value) -> Animated<Value> {
      .keyframes(.at(.start, from), .at(.end, to, easing))
    }
    switch move.kind {
    case .pan(let x, let y): (self.x, self.y) = (run(x * -0.5, x * 0.5), run(y * -0.5, y * 0.5))
    case .dolly(let way): ahead = run(.zero, way)
    // Even to the eye: by as much of its size in each frame.
    case .zoom(let to):
      zoom = run(0, ExactMath.log(max(to, 0.01))).map { ExactMath.exp($0) }
    case .orbit(let x, let y):
      orbit = (
        run(Angle(radians: x.radians * -0.5), Angle(radians: x.radians * 0.5)),
        run(Angle(radians: y.radians * -0.5), Angle(radians: y.radians * 0.5))
      )
    }
  }
}

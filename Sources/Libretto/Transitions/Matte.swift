/// In which order the points of a box turn from one thing to another.
public struct Matte: Sendable {
  package enum Form: Sendable {
    case shape(MatteShape)
    case picture(path: String, site: Site)
  }

  package var form: Form
  package var softness = 0.0
  package var isReversed = false

  init(_ shape: MatteShape) { form = .shape(shape) }

  /// All points at once, bit by bit.
  public static let even = Matte(.even)

  /// Along a line, from the one side or corner to the other.
  public static func linear(_ direction: Direction) -> Matte { Matte(.linear(direction)) }

  /// By strips, each of which is a line of its own.
  public static func blinds(_ direction: Direction, count: Int = 12) -> Matte {
    Matte(.blinds(count: limited(count), direction))
  }

  /// Around the middle, clockwise from the top.
  public static func clock(hands: Int = 1) -> Matte { Matte(.clock(hands: limited(hands))) }

  /// A shape that grows.
  public static func iris(_ shape: IrisShape = .circle) -> Matte { Matte(shape.shape) }

  /// The squares of a chessboard, so many across the longer side.
  public static func checker(count: Int = 12) -> Matte { Matte(.checker(count: limited(count))) }

  /// Squares in any order.
  public static func tiles(count: Int = 24, seed: Noise = "tiles") -> Matte {
    Matte(.tiles(count: limited(count), seed: seed.seed))
  }

  /// Patches like those of clouds, so many across the longer side.
  public static func clouds(count: Double = 5, seed: Noise = "clouds") -> Matte {
    let count = count == count ? max(0.1, min(1000, count)) : 1
    return Matte(.clouds(count: count.snappedToRatioGrid, seed: seed.seed))
  }

  /// By how light a picture is that covers the box: black first, white last.
  public static func picture(_ path: String, file: String = #filePath, line: Int = #line) -> Matte {
    var matte = Matte(.even)
    matte.form = .picture(path: path, site: Site(file: file, line: line))
    return matte
  }

  /// How much of the whole way each point takes, from 0, a hard edge, to 1.
  public func softness(_ softness: Double) -> Matte {
    var copy = self
    copy.softness = (softness == softness ? max(0, min(1, softness)) : 0).snappedToRatioGrid
    return copy
  }

  /// What would be last is first.
  public var inverted: Matte {
    var copy = self
    copy.isReversed.toggle()
    return copy
  }

  static func limited(_ count: Int) -> Int { max(1, min(1000, count)) }
}

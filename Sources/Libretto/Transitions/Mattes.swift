extension Transition {
  /// A soft edge travels over the picture.
  ///
  /// - Parameter softness: how broad it is, as a share of the way.
  public static func wipe(_ direction: Direction, softness: Double = 0.06) -> Transition {
    matte("wipe \(direction.rawValue)", .linear(direction).softness(softness), pace: .sineInOut)
  }

  /// Strips that each turn like a wipe.
  public static func blinds(_ direction: Direction = .right, count: Int = 12, softness: Double = 0.1)
    -> Transition
  {
    matte("blinds", .blinds(direction, count: count).softness(softness), pace: .sineInOut)
  }

  /// A hand, or several, wipe around the middle.
  public static func clock(hands: Int = 1, softness: Double = 0.02) -> Transition {
    matte("clock", .clock(hands: hands).softness(softness))
  }

  /// A shape opens on what comes; `closing`, it shrinks on what goes.
  public static func iris(_ shape: IrisShape = .circle, closing: Bool = false, softness: Double = 0.02)
    -> Transition
  {
    let matte = Matte.iris(shape).softness(softness)
    return self.matte("iris", closing ? matte.inverted : matte, pace: .cubicInOut)
  }

  /// The white squares of a chessboard, and then the black ones.
  public static func checker(count: Int = 12, softness: Double = 0.08) -> Transition {
    matte("checker", .checker(count: count).softness(softness))
  }

  /// Squares in any order.
  public static func tiles(count: Int = 24, softness: Double = 0.2, seed: Noise = "tiles") -> Transition {
    matte("tiles", .tiles(count: count, seed: seed).softness(softness))
  }

  /// Patches that spread.
  public static func clouds(count: Double = 5, softness: Double = 0.15, seed: Noise = "clouds")
    -> Transition
  {
    matte("clouds", .clouds(count: count, seed: seed).softness(softness))
  }

  /// By how light a gray picture is: where it is black first, where it is white last.
  public static func luma(
    _ path: String, softness: Double = 0.1, file: String = #filePath, line: Int = #line
  ) -> Transition {
    matte("luma \(path)", .picture(path, file: file, line: line).softness(softness))
  }

  static func matte(_ name: String, _ matte: Matte, pace: Easing = .linear) -> Transition {
    Transition(name, pace) { from, to, progress in Mix(from, to, by: matte, progress) }
  }
}

import Primitives
import Timeline

extension Element {
  /// Its colours made others, by one grade after the other: `.graded(.contrast(1.2), .lut("night.cube"))`.
  public func graded(_ grades: Grade...) -> Styled {
    with { $0.look.effects += grades.map(\.effect) }
  }
}

/// What becomes of colours.
///
/// Numbers can be animated; those out of range are taken as the nearest that is in it. Colours brighter than white or
/// darker than black on the way are kept until the last grade of a row.
public struct Grade: Sendable {
  let effect: EffectRequest

  init(_ effect: EffectRequest) { self.effect = effect }

  /// One number that makes a matrix of colours.
  init(
    _ number: Animated<Double>, _ range: ClosedRange<Double>, neutral: Double,
    _ matrix: @escaping @Sendable (Double) -> ColorMatrix
  ) {
    effect = EffectRequest(numbers: [number]) {
      .grade(.matrix(matrix($0.number(0, range, neutral: neutral))))
    }
  }

  /// Added to all colours: 0 changes nothing, 1 is white, -1 black.
  public static func brightness(_ amount: Animated<Double>) -> Grade {
    Grade(amount, -1...1, neutral: 0) { .scaled(red: 1, green: 1, blue: 1, plus: $0) }
  }

  /// More light, in stops: 1 is twice as much, -1 half.
  public static func exposure(_ stops: Animated<Double>) -> Grade {
    Grade(stops, -10...10, neutral: 0) {
      let gain = ExactMath.power(2, $0 / 2.2)
      return .scaled(red: gain, green: gain, blue: gain)
    }
  }

  /// Farther from middle grey: 1 changes nothing, 0 is all grey.
  public static func contrast(_ amount: Animated<Double>) -> Grade {
    Grade(amount, 0...10, neutral: 1) { .scaled(red: $0, green: $0, blue: $0, plus: 0.5 * (1 - $0)) }
  }

  /// Farther from grey: 1 changes nothing, 0 is black and white.
  public static func saturation(_ amount: Animated<Double>) -> Grade {
    Grade(amount, 0...10, neutral: 1) { .saturation($0) }
  }

  /// Warmer, up to 1, or cooler, down to -1.
  public static func temperature(_ amount: Animated<Double>) -> Grade {
    Grade(amount, -1...1, neutral: 0) { .white(temperature: $0, tint: 0) }
  }

  /// Towards magenta, up to 1, or green, down to -1.
  public static func tint(_ amount: Animated<Double>) -> Grade {
    Grade(amount, -1...1, neutral: 0) { .white(temperature: 0, tint: $0) }
  }

  /// All hues turned, in degrees.
  public static func hue(_ degrees: Animated<Double>) -> Grade {
    Grade(degrees, -1e6...1e6, neutral: 0) { .hue(.degrees($0)) }
  }

  /// In two colours by brightness, from the darker to the lighter; so much of the way.
  public static func duotone(_ dark: Color, _ light: Color, strength: Animated<Double> = 1) -> Grade {
    Grade(strength, 0...1, neutral: 0) { ColorMatrix.duotone(dark, light).weakened(to: $0) }
  }

  /// As a file of colours says: `.cube`, `.3dl` or a Hald picture; so much of the way. The path starts at the Swift
  /// file's folder.
  public static func lut(
    _ path: String, strength: Animated<Double> = 1, file: String = #filePath, line: Int = #line
  ) -> Grade {
    let table = TableRequest(path: path, site: Site(file: file, line: line))
    return Grade(
      EffectRequest(numbers: [strength], table: table) {
        // Lowering leaves out an effect whose table can't be had.
        guard let digest = $0.table else { return .grade(.matrix(.identity)) }
        return .grade(.table(digest, strength: $0.number(0, 0...1)))
      })
  }
}

extension Grade {
  @_disfavoredOverload
  public static func brightness(_ amount: Double) -> Grade { brightness(Animated(amount)) }

  @_disfavoredOverload
  public static func exposure(_ stops: Double) -> Grade { exposure(Animated(stops)) }

  @_disfavoredOverload
  public static func contrast(_ amount: Double) -> Grade { contrast(Animated(amount)) }

  @_disfavoredOverload
  public static func saturation(_ amount: Double) -> Grade { saturation(Animated(amount)) }

  @_disfavoredOverload
  public static func temperature(_ amount: Double) -> Grade { temperature(Animated(amount)) }

  @_disfavoredOverload
  public static func tint(_ amount: Double) -> Grade { tint(Animated(amount)) }

  @_disfavoredOverload
  public static func hue(_ degrees: Double) -> Grade { hue(Animated(degrees)) }

  @_disfavoredOverload
  public static func duotone(_ dark: Color, _ light: Color, strength: Double) -> Grade {
    duotone(dark, light, strength: Animated(strength))
  }

  @_disfavoredOverload
  public static func lut(
    _ path: String, strength: Double, file: String = #filePath, line: Int = #line
  ) -> Grade {
    lut(path, strength: Animated(strength), file: file, line: line)
  }
}

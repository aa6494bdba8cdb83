import Primitives
import Timeline

private struct Saturation: MatrixGrade {
  var amount: Animated<Double>
  static let range = 0.0...10
  static let neutral = 1.0
  func matrix(_ amount: Double) -> ColorMatrix { .saturation(amount) }
}

private struct Temperature: MatrixGrade {
  var amount: Animated<Double>
  static let range = -1.0...1
  static let neutral = 0.0
  func matrix(_ amount: Double) -> ColorMatrix { .white(temperature: amount, tint: 0) }
}

private struct Tint: MatrixGrade {
  var amount: Animated<Double>
  static let range = -1.0...1
  static let neutral = 0.0
  func matrix(_ amount: Double) -> ColorMatrix { .white(temperature: 0, tint: amount) }
}

private struct Hue: MatrixGrade {
  var amount: Animated<Double>
  static let range = -1e6...1e6
  static let neutral = 0.0
  func matrix(_ amount: Double) -> ColorMatrix { .hue(.degrees(amount)) }
}

private struct Duotone: MatrixGrade {
  var amount: Animated<Double>
  var dark: Color
  var light: Color
  static let range = 0.0...1
  static let neutral = 0.0
  func matrix(_ amount: Double) -> ColorMatrix { .duotone(dark, light).weakened(to: amount) }
}

extension Grade {
  /// Farther from gray: 1 changes nothing, 0 is black and white.
  public static func saturation(_ amount: some NumberForm) -> Grade {
    Grade(Saturation(amount: amount.animatedNumber))
  }

  /// Warmer, up to 1, or cooler, down to -1.
  public static func temperature(_ amount: some NumberForm) -> Grade {
    Grade(Temperature(amount: amount.animatedNumber))
  }

  /// Towards magenta, up to 1, or green, down to -1.
  public static func tint(_ amount: some NumberForm) -> Grade { Grade(Tint(amount: amount.animatedNumber)) }

  /// All hues turned, in degrees.
  public static func hue(_ degrees: some NumberForm) -> Grade { Grade(Hue(amount: degrees.animatedNumber)) }

  /// In two colors by brightness, from the darker to the lighter; so much of the way.
  public static func duotone(_ dark: Color, _ light: Color, strength: some NumberForm = 1) -> Grade {
    Grade(Duotone(amount: strength.animatedNumber, dark: dark, light: light))
  }
}

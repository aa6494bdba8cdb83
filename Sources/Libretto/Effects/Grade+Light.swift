import Primitives
import Timeline

private struct Brightness: MatrixGrade {
  var amount: Animated<Double>
  static let range = -1.0...1
  static let neutral = 0.0
  func matrix(_ amount: Double) -> ColorMatrix { .scaled(red: 1, green: 1, blue: 1, plus: amount) }
}

private struct Exposure: MatrixGrade {
  var amount: Animated<Double>
  static let range = -10.0...10
  static let neutral = 0.0
  func matrix(_ amount: Double) -> ColorMatrix {
    let gain = ExactMath.power(2, amount / 2.2)
    return .scaled(red: gain, green: gain, blue: gain)
  }
}

private struct Contrast: MatrixGrade {
  var amount: Animated<Double>
  static let range = 0.0...10
  static let neutral = 1.0
  func matrix(_ amount: Double) -> ColorMatrix {
    .scaled(red: amount, green: amount, blue: amount, plus: 0.5 * (1 - amount))
  }
}

extension Grade {
  /// Added to all colors: 0 changes nothing, 1 is white, -1 black.
  public static func brightness(_ amount: some NumberForm) -> Grade {
    Grade(Brightness(amount: amount.animatedNumber))
  }

  /// More light, in stops: 1 is twice as much, -1 half.
  public static func exposure(_ stops: some NumberForm) -> Grade {
    Grade(Exposure(amount: stops.animatedNumber))
  }

  /// Farther from middle gray: 1 changes nothing, 0 is all gray.
  public static func contrast(_ amount: some NumberForm) -> Grade {
    Grade(Contrast(amount: amount.animatedNumber))
  }
}

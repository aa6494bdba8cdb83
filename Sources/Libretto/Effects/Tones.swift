/// A number for each of red, green and blue.
public struct Tones: Sendable {
  var red: Animated<Double>
  var green: Animated<Double>
  var blue: Animated<Double>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&red)
    resolver(&green)
    resolver(&blue)
  }
}

/// The forms in which tones can be said: one number for all colors, or `.rgb(0, 0, 0.06)`.
public protocol TonesForm {
  /// A number for each color.
  var tones: Tones { get }
}

extension Tones: TonesForm {
  public var tones: Tones { self }
}

extension NumberForm {
  /// The same number for all colors.
  public var tones: Tones { Tones(red: animatedNumber, green: animatedNumber, blue: animatedNumber) }
}

extension Double: TonesForm {}
extension Int: TonesForm {}
extension Animated: TonesForm where Value == Double {}

extension TonesForm where Self == Tones {
  /// Red, green and blue apart.
  public static func rgb(
    _ red: some NumberForm, _ green: some NumberForm, _ blue: some NumberForm
  ) -> Tones {
    Tones(red: red.animatedNumber, green: green.animatedNumber, blue: blue.animatedNumber)
  }

  /// The same number, which may change, for all colors.
  public static func all(_ number: some NumberForm) -> Tones { number.tones }
}

/// sRGB's curve: how numbers that are shown stand for light, both from 0 to 1.
package enum ScreenCurve {
  /// The light that a number stands for.
  package static func light(_ shade: Double) -> Double {
    shade <= 0.040_45 ? shade / 12.92 : ExactMath.power((shade + 0.055) / 1.055, 2.4)
  }

  /// The number that stands for light.
  package static func shade(_ light: Double) -> Double {
    light <= 0.003_130_8 ? light * 12.92 : 1.055 * ExactMath.power(light, 1 / 2.4) - 0.055
  }
}

extension Color: Animatable {
  /// Through OKLab, where equal steps look equal: no gray between yellow and blue. What is transparent has
  /// no say in the color.
  public static func mix(_ start: Color, _ end: Color, _ progress: Double) -> Color {
    if progress == 0 || start == end { return start }
    if progress == 1 { return end }
    let alpha = max(0, min(1, Double.mix(start.alpha, end.alpha, progress)))
    let (one, other) = (start.lab, end.lab)
    let weights = (start.alpha * (1 - progress), end.alpha * progress)
    let sum = weights.0 + weights.1
    let share = sum > 0 ? weights.1 / sum : progress
    return Lab(
      lightness: .mix(one.lightness, other.lightness, share), a: .mix(one.a, other.a, share),
      b: .mix(one.b, other.b, share)
    ).color.withAlpha(alpha)
  }

  private func withAlpha(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// Björn Ottosson's OKLab of a color.
  private var lab: Lab {
    let (r, g, b) = (ScreenCurve.light(red), ScreenCurve.light(green), ScreenCurve.light(blue))
    let l = Color.cubeRoot(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
    let m = Color.cubeRoot(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
    let s = Color.cubeRoot(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
    return Lab(
      lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s)
  }

  private struct Lab {
    var lightness: Double
    var a: Double
    var b: Double

    var color: Color {
      func cubed(_ value: Double) -> Double { value * value * value }
      let l = cubed(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
      let m = cubed(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
      let s = cubed(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
      return Color(
        red: shade(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
        green: shade(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
        blue: shade(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s))
    }

    private func shade(_ light: Double) -> Double {
      ScreenCurve.shade(max(0, min(1, light)))
    }
  }

  private static func cubeRoot(_ value: Double) -> Double { value > 0 ? ExactMath.power(value, 1 / 3) : 0 }
}

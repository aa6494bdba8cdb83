package import Primitives

/// Red, green and blue, each as a sum of shares of all three and a constant.
package struct ColorMatrix: Hashable, Sendable {
  /// Three rows of four.
  package let numbers: [Double]

  /// The rows' numbers, on the grid of drawings.
  package init(_ rows: [Double]...) { numbers = rows.joined().map(\.snappedToRatioGrid) }

  private init(numbers: [Double]) { self.numbers = numbers.map(\.snappedToRatioGrid) }

  package static let identity = ColorMatrix([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0])

  /// What BT.709 says each color adds to brightness.
  private static let luma = [0.2126, 0.7152, 0.0722]

  package func then(_ next: ColorMatrix) -> ColorMatrix {
    var product: [Double] = []
    for row in 0..<3 {
      for column in 0..<4 {
        let shares = (0..<3).reduce(0.0) { $0 + next.numbers[row * 4 + $1] * numbers[$1 * 4 + column] }
        product.append(shares + (column == 3 ? next.numbers[row * 4 + 3] : 0))
      }
    }
    return ColorMatrix(numbers: product)
  }

  /// Only so much of the way from what was there.
  package func weakened(to strength: Double) -> ColorMatrix {
    ColorMatrix(numbers: zip(ColorMatrix.identity.numbers, numbers).map { $0 + ($1 - $0) * strength })
  }
}

extension ColorMatrix {
  package static func scaled(red: Double, green: Double, blue: Double, plus offset: Double = 0)
    -> ColorMatrix
  {
    ColorMatrix([red, 0, 0, offset], [0, green, 0, offset], [0, 0, blue, offset])
  }

  /// So much of every color, and so much of one more.
  package static func tinted(_ color: Color, by share: Double, keeping own: Double) -> ColorMatrix {
    ColorMatrix(
      [own, 0, 0, share * color.red], [0, own, 0, share * color.green], [0, 0, own, share * color.blue])
  }

  /// 0 is gray; brightness stays.
  package static func saturation(_ amount: Double) -> ColorMatrix {
    ColorMatrix(
      numbers: (0..<12).map { index in
        let (row, column) = (index / 4, index % 4)
        if column == 3 { return 0 }
        return luma[column] * (1 - amount) + (row == column ? amount : 0)
      })
  }

  /// All hues turned around gray; brightness stays.
  package static func hue(_ angle: Angle) -> ColorMatrix {
    let (cos, sin) = (ExactMath.cos(angle.radians), ExactMath.sin(angle.radians))
    // Brightness, and two axes of color across it, and back.
    let turns = [-0.2126, -0.7152, 0.9278, 0.143, 0.140, -0.283, -0.7874, 0.7152, 0.0722]
    return ColorMatrix(
      numbers: (0..<12).map { index in
        let (row, column) = (index / 4, index % 4)
        if column == 3 { return 0 }
        let same = row == column ? 1.0 : 0
        return luma[column] + cos * (same - luma[column]) + sin * turns[row * 3 + column]
      })
  }

  /// Brightness alone, as a color between two.
  package static func duotone(_ dark: Color, _ light: Color) -> ColorMatrix {
    let pairs = [(dark.red, light.red), (dark.green, light.green), (dark.blue, light.blue)]
    return ColorMatrix(numbers: pairs.flatMap { dark, light in luma.map { $0 * (light - dark) } + [dark] })
  }

  /// Warmer above zero and cooler below; towards magenta above zero and green below. Brightness stays.
  package static func white(temperature: Double, tint: Double) -> ColorMatrix {
    let gains = [
      1 + 0.22 * temperature + 0.06 * tint, 1 - 0.1 * tint, 1 - 0.26 * temperature + 0.06 * tint,
    ]
    let light = zip(gains, luma).reduce(0.0) { $0 + $1.0 * $1.1 }
    return .scaled(red: gains[0] / light, green: gains[1] / light, blue: gains[2] / light)
  }
}

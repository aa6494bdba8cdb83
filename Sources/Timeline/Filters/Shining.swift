package import Primitives

/// Filters of light.
package enum Shining: FilterFamily {
  /// Light around what is brighter than a threshold, 0 to 1; the radius is the nearest part's standard deviation.
  case glow(strength: Double, radius: Double, threshold: Double)
  /// A color towards the rim. The plane takes a unit circle to the screen; so much of what is there is left on it.
  case vignette(strength: Double, Color, plane: Matrix)
  case leak(strength: Double, [Spot])

  /// A soft spot of light; the plane takes a unit circle to the screen.
  package struct Spot: Hashable, Sendable {
    package var color: Color
    package var plane: Matrix

    package init(_ color: Color, plane: Matrix) {
      self.color = color
      self.plane = plane
    }
  }

  package var doesNothing: Bool {
    switch self {
    case .glow(let strength, let radius, let threshold): strength == 0 || radius == 0 || threshold >= 1
    case .vignette(let strength, let color, _): strength == 0 || color.alpha == 0
    case .leak(let strength, let spots): strength == 0 || spots.isEmpty
    }
  }

  package var name: String {
    switch self {
    case .glow(let strength, let radius, let threshold):
      "glow \(strength.brief) radius \(radius.brief) above \(threshold.brief)"
    case .vignette(let strength, let color, let plane): "vignette \(strength.brief) \(color) \(plane.words)"
    case .leak(let strength, let spots):
      (["light leak \(strength.brief)"] + spots.map { "\($0.color) \($0.plane.words)" }).joined(
        separator: ", ")
    }
  }

  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .glow(let strength, let radius, let threshold):
      writer.write(0)
      for number in [strength, radius, threshold] { writer.write(number) }
    case .vignette(let strength, let color, let plane):
      writer.write(1)
      writer.write(strength)
      writer.write(color)
      writer.write(plane)
    case .leak(let strength, let spots):
      writer.write(2)
      writer.write(strength)
      writer.write(spots.count)
      for spot in spots {
        writer.write(spot.color)
        writer.write(spot.plane)
      }
    }
  }
}

import Primitives
import Timeline

extension Element {
  /// Cut at the box of a transition, or at its element's own edge, but for what hangs over that at rest.
  func cut(at edge: Aperture.Edge, opening: Animated<Double>) -> Styled {
    with { $0.look.aperture = (edge, opening) }
  }

  /// With a soft edge, so broad in shares of its box's shorter side.
  func feathered(_ breadth: Animated<Double>) -> Styled { adding(SoftEdge(breadth: breadth)) }
}

/// An edge that is soft inwards.
private struct SoftEdge: AskedEffect {
  var breadth: Animated<Double>

  mutating func resolve(by resolver: EffectResolver) { resolver(&breadth) }

  func filter(at instant: EffectInstant) -> Filter {
    let box = instant.box
    let breadth = 2 * instant.number(breadth, 0...0.5) * min(box.width, box.height)
    return .feather(
      Feather(
        plane: instant.plane(center: .center, width: box.width / 2, height: box.height / 2),
        across: (breadth / box.width).snappedToRatioGrid, down: (breadth / box.height).snappedToRatioGrid))
  }
}

extension Transition {
  /// 1 while an element is at rest at either end, and at once 0 while things move.
  static func rest(_ from: Side, _ to: Side, _ progress: Animated<Double>) -> Animated<Double> {
    let (leaves, arrives) = (from.isThere, to.isThere)
    return progress.map { value in
      func near(_ way: Double) -> Double { max(0, 1 - max(0, way) / 0.004) }
      return max(leaves ? near(value) : 0, arrives ? near(1 - value) : 0)
    }
  }
}

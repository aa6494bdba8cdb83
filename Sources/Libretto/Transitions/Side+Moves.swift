import Primitives
import Timeline

extension Element {
  /// So many of what it stands in away, towards a side or a corner.
  func moved(_ direction: Direction, by way: Animated<Double>) -> Styled {
    let unit = direction.unit
    return offset(
      x: way.map { .percent($0 * unit.x * 100) }, y: way.map { .percent($0 * unit.y * 100) })
  }

  /// Its mirror image along the way something moves, if it is to be one.
  func mirrored(_ direction: Direction, _ isMirrored: Bool) -> Styled {
    guard isMirrored else { return scale(1) }
    return scale(x: direction.unit.x == 0 ? 1 : -1, y: direction.unit.y == 0 ? 1 : -1)
  }

  /// As if it moved while it was exposed, along the screen's axes.
  func smeared(_ direction: Direction, _ length: Animated<Measure>) -> Styled {
    adding(Smear(x: abs(direction.unit.x), y: abs(direction.unit.y), length: length))
  }
}

extension Side {
  /// All there behind one that hides it; where it would be seen beside that, as far as a matte says.
  func appearing(behind other: Side, by matte: Matte, _ progress: Animated<Double>) -> Layer {
    other.hidesItsPlace ? layer : Mix(Group {}, self, by: matte, progress).layer
  }

  /// From a share of its size to its own.
  ///
  /// `fillsRim`, there is no gap around it: a larger one lies beneath it, and its edge is the softer the more is seen
  /// of that.
  func grown(from size: Double, _ progress: Animated<Double>, fillsRim: Bool) -> Group {
    let scale = progress.map { ExactMath.power(size, 1 - $0) }
    guard fillsRim else { return Group { self.scale(scale) } }
    return Group {
      // A little beyond its place, so that a blur takes in nothing from outside.
      self.scale(progress.map { ExactMath.power(size, ($0 - 1) / 5) })
      feathered(scale.map { 2.5 * (1 - $0) }).scale(scale)
    }
  }
}

/// Blurred along the screen's axes.
private struct Smear: AskedEffect {
  let x: Double
  let y: Double
  var length: Animated<Measure>

  mutating func resolve(by resolver: EffectResolver) { resolver(&length) }

  func filter(at instant: EffectInstant) -> Filter {
    let length = instant.length(length)
    return .soften(.gaussian(x: (length * x).snappedToPixelGrid, y: (length * y).snappedToPixelGrid))
  }
}

extension Direction {
  var opposite: Direction {
    switch self {
    case .up: .down
    case .down: .up
    case .left: .right
    case .right: .left
    case .upLeft: .downRight
    case .upRight: .downLeft
    case .downLeft: .upRight
    case .downRight: .upLeft
    }
  }
}

extension Animated<Double> {
  /// 0 at both ends, and 1 in the middle, where a progress that eases in and out is fastest.
  var speed: Animated<Double> {
    map { value in
      let clamped = Swift.max(0, Swift.min(1, value))
      let tent = 4 * clamped * (1 - clamped)
      return tent * tent
    }
  }

  /// 0 at both ends, and 1 as soon as something moves.
  var haste: Animated<Double> {
    map { value in
      let calm = Swift.max(0, 1 - Swift.min(value, 1 - value) / 0.12)
      return 1 - calm * calm * calm
    }
  }
}

/// The shadow that a side's leading edge throws, outside of its box; corners throw none.
struct Shade: Component {
  let direction: Direction

  init(_ direction: Direction) { self.direction = direction }

  var body: Layers {
    let unit = direction.unit
    if unit.x == 0 || unit.y == 0 {
      let (near, far) = (
        Anchor(x: 0.5 - unit.x / 2, y: 0.5 - unit.y / 2), Anchor(x: 0.5 + unit.x / 2, y: 0.5 + unit.y / 2)
      )
      Rectangle()
        .fill(
          .linear(
            [
              ColorStop(.black.opacity(0.5), at: 0), ColorStop(.black.opacity(0.18), at: 0.35),
              ColorStop(.black.opacity(0), at: 1),
            ], from: near, to: far)
        )
        .frame(
          width: unit.x == 0 ? .percent(100) : .vmin(9), height: unit.y == 0 ? .percent(100) : .vmin(9)
        )
        .placed(
          x: .percent(50 + unit.x * 50), y: .percent(50 + unit.y * 50), anchor: near)
    }
  }
}

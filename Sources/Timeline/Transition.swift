package import Primitives

/// How an element enters or leaves.
public enum Transition: Hashable, Sendable {
  case cut
  /// Out of nothing, or into nothing: what is beneath shows through meanwhile.
  case fade
  /// Out of the neighbour in a `Series`; elsewhere the same as a fade.
  case dissolve
  /// Moves in by its own size, over the neighbour in a `Series`.
  case slide(Direction)

  /// Whether it plays on both sides of a cut, and so shortens the whole.
  package var overlaps: Bool {
    switch self {
    case .cut, .fade: false
    case .dissolve, .slide: true
    }
  }

  package var name: String {
    switch self {
    case .cut: "cut"
    case .fade: "fade"
    case .dissolve: "dissolve"
    case .slide(let direction): "slide \(direction.rawValue)"
    }
  }
}

/// The way something moves on screen.
public enum Direction: String, Hashable, Sendable {
  case up, down, left, right

  package var unit: Point {
    switch self {
    case .up: Point(x: 0, y: -1)
    case .down: Point(x: 0, y: 1)
    case .left: Point(x: -1, y: 0)
    case .right: Point(x: 1, y: 0)
    }
  }
}

package import Primitives

/// A transition at one end of a clip, so many frames long (at least one).
package struct TransitionRun: Sendable {
  package enum Manner: Sendable {
    /// Out of nothing, or into nothing.
    case fade
    /// Out of the neighbour; where there is none, a fade.
    case dissolve
    /// Clips that play during it, the two neighbours among them.
    case staged([Clip])
  }

  package var name: String
  package var manner: Manner
  /// How a fade's or a dissolve's progress runs.
  package var easing: Easing
  package var frameCount: Int

  package init(_ name: String, _ manner: Manner, easing: Easing = .linear, frameCount: Int) {
    self.name = name
    self.manner = manner
    self.easing = easing
    self.frameCount = frameCount
  }

  /// Whether it plays on both sides of a cut, where there is one.
  package var overlaps: Bool {
    switch manner {
    case .fade: false
    case .dissolve, .staged: true
    }
  }

  package var stage: [Clip] { if case .staged(let clips) = manner { clips } else { [] } }
}

/// The elements on both sides of a cut.
package enum Neighbour: String, Hashable, Sendable {
  /// The one that goes.
  case before
  /// The one that comes.
  case after
}

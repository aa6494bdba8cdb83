/// How an element enters or leaves.
///
/// All but cuts and fades overlap the neighbour in a `Series`, and so shorten the whole.
public struct Transition: Sendable {
  /// What plays during a transition, made of its two sides.
  package typealias Staging = @Sendable (Side, Side, Animated<Double>) -> Layers

  package enum Form: Sendable {
    case cut
    case fade
    case dissolve
    case staged(Staging)
  }

  package var name: String
  package var form: Form
  package var pace: Easing

  package init(_ name: String, _ form: Form, pace: Easing = .linear) {
    self.name = name
    self.form = form
    self.pace = pace
  }

  /// A transition of this house.
  init(
    _ name: String, _ pace: Easing = .linear, @LayersBuilder staging: @escaping Staging
  ) {
    self.init(name, .staged(staging), pace: pace)
  }

  /// The same with its progress on another way from 0 to 1.
  public func eased(_ easing: Easing) -> Transition {
    var copy = self
    copy.pace = easing
    return copy
  }

  /// Whether it plays on both sides of a cut, and so shortens the whole.
  package var overlaps: Bool {
    switch form {
    case .cut, .fade: false
    case .dissolve, .staged: true
    }
  }

  package var isCut: Bool { if case .cut = form { true } else { false } }
}

/// One of the two elements that a transition is between: the one that goes or the one that comes.
///
/// It shows what is there as it would be without the transition, and as large as its frame; it can be used
/// any number of times, with every modifier.
public struct Side: StagedElement {
  let neighbour: Neighbour
  public var directions: StageDirections
  public var layer: Layer { Layer(neighbour, directions) }
  /// Whether there is an element on this side. At the ends of a `Series`, and outside of one, there is
  /// one on one side only.
  public let isThere: Bool
  /// Whether it is as large as what it stands in.
  public let fillsItsPlace: Bool
  /// Whether nothing beneath it can be seen, at a cut.
  let hidesItsPlace: Bool

  init(
    _ neighbour: Neighbour, isThere: Bool, fillsItsPlace: Bool, hidesItsPlace: Bool = false, at site: Site
  ) {
    self.neighbour = neighbour
    directions = StageDirections(at: site)
    self.isThere = isThere
    self.fillsItsPlace = fillsItsPlace
    self.hidesItsPlace = hidesItsPlace
  }
}

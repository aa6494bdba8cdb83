import Primitives
import Timeline

extension Lowering {
  /// A transition of an element that has no neighbour meanwhile; nil for a cut and for what is shorter than
  /// half a frame. It plays in the element's own box.
  func run(
    of entry: StageDirections.Entry?, coming: Bool, for layer: Layer, _ turn: Range<FrameIndex>,
    in parent: Size
  ) -> TransitionRun? {
    guard let entry, !entry.transition.isCut else { return nil }
    let length = clock.time(entry.length, at: layer.site)
    // What is longer was reported.
    let count = min(canvas.rate.boundary(nearest: length).value, turn.count)
    guard count > 0 else { return nil }
    let frames =
      coming
      ? turn.lowerBound..<turn.lowerBound.advanced(by: count)
      : turn.upperBound.advanced(by: -count)..<turn.upperBound
    guard case .staged = entry.transition.form else {
      let nobody = Side(.before, isThere: false, fillsItsPlace: true, at: layer.site)
      return run(
        of: entry.transition, between: nobody, nobody, during: frames, in: parent, at: layer.site)
    }
    let box = size(of: layer, in: parent)
    func side(_ neighbour: Neighbour, isThere: Bool) -> Side {
      Side(neighbour, isThere: isThere, fillsItsPlace: box.holds(parent), at: layer.site)
    }
    return run(
      of: entry.transition, between: side(.before, isThere: !coming), side(.after, isThere: coming),
      during: frames, in: box, at: layer.site, isExit: !coming)
  }

  /// A transition during at least one frame, composed in a box.
  func run(
    of transition: Transition, between from: Side, _ to: Side, during frames: Range<FrameIndex>,
    in box: Size, at site: Site, isExit: Bool = false
  ) -> TransitionRun {
    let manner: TransitionRun.Manner
    switch transition.form {
    case .cut, .fade: manner = .fade
    case .dissolve: manner = .dissolve
    case .staged(let staging):
      // An exit is an entrance backwards: what arrives gently leaves gently.
      let linear = progress(during: frames)
      let pace = transition.pace
      let progress = isExit ? linear.map { 1 - pace(1 - $0) } : linear.map { pace($0) }
      let layers = staging(from, to, progress)
      manner = .staged(
        clips(of: layers.map { $0.adopted(by: site) }, on: stage(during: frames, in: box, at: site)))
    }
    return TransitionRun(transition.name, manner, easing: transition.pace, frameCount: frames.count)
  }

  /// From 0 to 1, so that each frame has what is right for its middle.
  func progress(during frames: Range<FrameIndex>) -> Animated<Double> {
    let half = Time(ticks: canvas.rate.start(of: FrameIndex(1)).ticks / 2)
    func moment(_ frame: FrameIndex) -> Moment {
      Moment(origin: .film(canvas.rate.start(of: frame) - half))
    }
    return .keyframes(.at(moment(frames.lowerBound), 0), .at(moment(frames.upperBound), 1))
  }

  /// The stage of what plays during some frames.
  func stage(during frames: Range<FrameIndex>, in size: Size, at site: Site) -> Stage {
    Stage(
      at: site, from: canvas.rate.start(of: frames.lowerBound),
      to: canvas.rate.start(of: frames.upperBound),
      size: size, firstFrame: frames.lowerBound)
  }
}

extension Size {
  /// Whether it is as wide and as high as another.
  func holds(_ other: Size) -> Bool { width >= other.width && height >= other.height }
}

extension Neighbour {
  static let both = [Neighbour.before, .after]
}

import Primitives
import Timeline

/// The two sides of a transition that is staged: what a matrix shows of each in a view.
struct Crossing {
  /// Of the box that both stand in.
  let size: Size
  /// Nil where nothing is on that side.
  let before: Sight?
  let after: Sight?

  typealias Sight = (Matrix, View) -> [Mark]

  /// The one side that is there, if only one is.
  var alone: Sight? {
    guard let before else { return after }
    return after == nil ? before : nil
  }

  /// A side as large as a box.
  func marks(of side: Neighbour, in box: Size, placed matrix: Matrix, _ view: View) -> [Mark] {
    guard size.width > 0, size.height > 0 else { return [] }
    let fitted = Matrix.scale(box.width / size.width, box.height / size.height).then(matrix)
    return (side == .before ? before : after)?(fitted, view) ?? []
  }
}

extension Staging {
  /// What a transition makes of the two that it is between.
  func marks(
    of run: TransitionRun, staged ids: [NodeID], _ crossing: Crossing, placed matrix: Matrix
  ) -> [Mark] {
    var staging = self
    staging.crossing = crossing
    return LiveSpan.branches(of: ids, in: graph.nodes, at: frame).flatMap {
      staging.marks(of: $0, in: crossing.size, placed: matrix)
    }
  }

  /// Two neighbours of a series while the second enters.
  func marks(passingFrom first: Branch, to second: Branch, in parent: Size, placed outer: Matrix) -> [Mark]
  {
    func before(_ matrix: Matrix, _ view: View) -> [Mark] {
      seen(in: view).marks(of: first, in: parent, placed: matrix)
    }
    func after(_ matrix: Matrix, _ view: View) -> [Mark] {
      seen(in: view).marks(of: second, in: parent, placed: matrix, passing: true)
    }
    guard case .node(let id, _) = second, let run = graph.nodes[id.index].clip.entering else {
      return before(outer, view) + after(outer, view)
    }
    let node = graph.nodes[id.index]
    switch run.manner {
    case .fade: return before(outer, view) + after(outer, view)
    case .dissolve:
      let progress = run.progress(of: frame, late: lag, since: node.clip.turn.lowerBound)
      return after(outer, view).dissolved(
        over: before(outer, view), progress: progress, screen: view.screen)
    case .staged:
      let crossing = Crossing(size: parent, before: before, after: after)
      return marks(of: run, staged: node.entrance, crossing, placed: outer)
    }
  }

  /// What staged transitions make of a clip that has no neighbour meanwhile; nil if none is on.
  func entrances(
    of node: Node, passing: Bool, in size: Size, _ content: @escaping Crossing.Sight
  ) -> Crossing.Sight? {
    let turn = node.clip.turn
    var scene: Crossing.Sight?
    if let run = node.clip.entering, !passing, !node.entrance.isEmpty,
      frame < turn.lowerBound.advanced(by: run.frameCount)
    {
      let crossing = Crossing(size: size, before: nil, after: content)
      scene = { seen(in: $1).marks(of: run, staged: node.entrance, crossing, placed: $0) }
    }
    if let run = node.clip.exiting, !node.exit.isEmpty,
      frame >= turn.upperBound.advanced(by: -run.frameCount)
    {
      let crossing = Crossing(size: size, before: scene ?? content, after: nil)
      scene = { seen(in: $1).marks(of: run, staged: node.exit, crossing, placed: $0) }
    }
    return scene
  }

  /// As much of the second children as a matte says, and of the first as it leaves.
  func marks(
    mixing first: [Mark], _ second: [Mark], _ matte: MatteRun, at time: Time, in size: Size,
    placed matrix: Matrix
  ) -> [Mark] {
    let value = matte.progress.value(at: time)
    let progress = (value == value ? max(0, min(1, value)) : 0).snappedToRatioGrid
    if progress == 0 { return first }
    if progress == 1 { return second }
    guard !first.isEmpty || !second.isEmpty else { return [] }
    if matte.shape == .even {
      return second.dissolved(over: first, progress: progress, screen: view.screen)
    }
    let placed = PlacedMatte(
      shape: matte.shape, size: size.snapped, matrix: matrix.snapped, softness: matte.softness,
      isReversed: matte.isReversed, progress: progress)
    return [.mix(from: first, to: second, placed)]
  }
}

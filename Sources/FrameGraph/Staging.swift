import Primitives
import Timeline

/// One frame on its way from nodes to marks.
struct Staging {
  let graph: FrameGraph
  let frame: FrameIndex

  /// What a branch shows in a parent of a size, whose units `outer` takes to output pixels.
  func marks(of branch: Branch, in parent: Size, placed outer: Matrix, passing: Bool = false) -> [Mark] {
    switch branch {
    case .node(let id, let children):
      return marks(of: graph.nodes[id.index], children, in: parent, placed: outer, passing: passing)
    case .passing(let first, let second):
      let beneath = marks(of: first, in: parent, placed: outer)
      let above = marks(of: second, in: parent, placed: outer, passing: true)
      guard case .node(let id, _) = second, let run = graph.nodes[id.index].clip.entering,
        run.transition == .dissolve
      else { return beneath + above }
      let begin = graph.nodes[id.index].clip.turn.lowerBound
      let progress = Presence.progress(of: frame, since: begin, run)
      return above.dissolved(over: beneath, progress: progress, screen: graph.size)
    }
  }

  private func marks(
    of node: Node, _ children: [Branch], in parent: Size, placed outer: Matrix, passing: Bool
  ) -> [Mark] {
    let look = node.clip.look
    let time = graph.rate.start(of: FrameIndex(frame.value - node.clip.turn.lowerBound.value))
    let presence = Presence(of: node.clip, at: frame, passing: passing)
    let box = Box(of: node.clip, at: time, in: parent)
    guard box.size.width > 0, box.size.height > 0 else { return [] }
    var opacity = max(0, min(1, look.opacity.value(at: time))) * presence.opacity
    if !box.fills(parent) { opacity *= presence.slidingOpacity }
    opacity = opacity.snappedToRatioGrid
    guard opacity > 0 else { return [] }
    let toParent = box.matrix(look, at: time, in: parent, shift: presence.shift)
    let matrix = toParent.then(outer)
    // What is flat on the grid of drawings can't be seen, and can't be painted either.
    guard matrix.snapped.determinant != 0 else { return [] }
    let cut = CutStaging(
      look: look, time: time, size: box.size, toParent: toParent, outer: outer, parent: parent)
    var own = marks(inside: node, children, at: time, box.size, matrix)
    if cut.addsMarks { own = cut.marks(own) }
    let clipping = cut.addsMarks ? nil : cut.clipping
    let filters = filters(of: node.clip, at: time, box.size, matrix)
    // What fades as one now and then is one all the time, or colours would jump when it starts.
    if node.children.count > 1, node.clip.everFades, own.contains(where: \.mixesColors) {
      return wrapped([.group(MarkGroup(own))], look, filters, clipping, opacity: opacity)
    }
    return wrapped(own, look, filters, clipping, opacity: opacity)
  }

  /// What a node shows in its box, or what is live of its parts does.
  private func marks(
    inside node: Node, _ children: [Branch], at time: Time, _ size: Size, _ matrix: Matrix
  ) -> [Mark] {
    switch node.clip.content {
    case .masked(_, _, let masking):
      let parts = node.children.map { id in
        children.filter { $0.isNode(id) }.flatMap { marks(of: $0, in: size, placed: matrix) }
      }
      guard parts.count == 2, !parts[0].isEmpty else { return [] }
      return [.group(MarkGroup(parts[0], mask: MarkGroup.Mask(marks: parts[1], masking: masking)))]
    case .canvas(_, let canvas):
      let place = canvas.place(in: size).then(matrix)
      let whole = Mark.fill(
        .rectangle(Rect(canvas.size)), .color(canvas.background), at: place.snapped, opacity: 1)
      let inside = children.flatMap { marks(of: $0, in: canvas.size, placed: place) }
      if whole.covers(graph.size) { return [whole] + inside }
      let clip = MarkGroup.Clipping(outline: .rectangle(Rect(canvas.size)), matrix: place.snapped)
      let painted = (canvas.background.alpha > 0 ? [whole] : []) + inside
      return painted.isEmpty ? [] : [.group(MarkGroup(painted, clip: clip))]
    case .solid, .picture, .text, .shape, .group, .letters, .track:
      return children.isEmpty
        ? content(of: node.clip, at: time, size, matrix)
        : node.clip.arranged(children.flatMap { marks(of: $0, in: size, placed: matrix) })
    }
  }

  /// What is done to a clip's pixels in this frame.
  private func filters(of clip: Clip, at time: Time, _ size: Size, _ matrix: Matrix) -> [Filter] {
    guard !clip.look.effects.isEmpty else { return [] }
    let scale = matrix.determinant.magnitude.squareRoot()
    return clip.look.effects.map {
      let frame = frame.value - clip.turn.lowerBound.value
      return $0.filter(at: time, frame: frame, in: size).scaled(by: scale)
    }.filter { !$0.doesNothing }
  }

  /// Opacity, blend mode, clip and filters, as cheaply as they come.
  private func wrapped(
    _ marks: [Mark], _ look: Look, _ filters: [Filter], _ clipping: MarkGroup.Clipping?, opacity: Double
  ) -> [Mark] {
    guard look.blend != .normal || clipping != nil || !filters.isEmpty else {
      return marks.faded(by: opacity)
    }
    guard !marks.isEmpty else { return [] }
    return [.group(MarkGroup(marks, opacity: opacity, blend: look.blend, clip: clipping, filters: filters))]
  }

  private func content(of clip: Clip, at time: Time, _ size: Size, _ matrix: Matrix) -> [Mark] {
    let placed = matrix.snapped
    switch clip.content {
    case .solid(let color):
      return [.fill(.rectangle(Rect(size.snapped)), .color(color), at: placed, opacity: 1)]
    case .text(let lettering):
      let block = lettering.block.size
      let matrix = Matrix.translation(
        (size.width - block.width) * lettering.alignment.share, (size.height - block.height) / 2
      ).then(matrix)
      return LetterStaging(lettering, at: time, placed: matrix).marks
    case .shape(let shape):
      return ShapeStaging(content: shape, time: time, size: size, matrix: placed).marks
    case .picture(let asset, let fit, let move):
      let picture = PicturePlacement(asset: asset, move: move, progress: progress(of: clip))
      return picture.marks(fit, in: size, placed: matrix)
    case .group, .letters, .track, .masked, .canvas: return []
    }
  }

  /// How much of a clip's turn is over: 0 in its first frame, 1 in its last.
  private func progress(of clip: Clip) -> Double {
    let last = clip.turn.count - 1
    return last > 0 ? Double(frame.value - clip.turn.lowerBound.value) / Double(last) : 0
  }
}

extension Clip {
  /// The marks of its children in painting order.
  fileprivate func arranged(_ marks: [Mark]) -> [Mark] {
    guard case .letters = content else { return marks }
    // What is sorted is a place in the list, so that equal depths stay as they are.
    return marks.indices.sorted { (-marks[$0].depth, $0) < (-marks[$1].depth, $1) }.map { marks[$0] }
  }

  /// Whether it is ever seen only so much.
  fileprivate var everFades: Bool { entering != nil || exiting != nil || look.opacity.fixed != 1 }
}

import Primitives
import Timeline

/// One frame on its way from nodes to marks.
struct Staging {
  let graph: FrameGraph
  let frame: FrameIndex
  /// How long ago the frame began, less than it lasts: other moments than frames' begins are asked for too.
  var offset = Time.zero
  /// The share of a frame's length after its begin at which transitions are, where what is staged is replayed.
  var lag = 0.0
  /// How far the clock runs during a frame of the film: as long as one, unless what is staged is replayed.
  var way: Time
  /// What a transition is between, while one is staged.
  var crossing: Crossing?
  /// What is staged for.
  var view: View

  init(graph: FrameGraph, frame: FrameIndex) {
    self.graph = graph
    self.frame = frame
    way = graph.rate.start(of: 1)
    view = View(screen: graph.size)
  }

  /// What a branch shows in a parent of a size, whose units `outer` takes to output pixels.
  func marks(of branch: Branch, in parent: Size, placed outer: Matrix, passing: Bool = false) -> [Mark] {
    switch branch {
    case .node(let id, let children):
      return marks(of: graph.nodes[id.index], children, in: parent, placed: outer, passing: passing)
    case .passing(let first, let second):
      return marks(passingFrom: first, to: second, in: parent, placed: outer)
    }
  }

  private func marks(
    of node: Node, _ children: [Branch], in parent: Size, placed outer: Matrix, passing: Bool
  ) -> [Mark] {
    let effects = node.clip.look.timeEffects
    guard effects.isEmpty else {
      return marks(of: node, in: parent, placed: outer, passing: passing, effects[...])
    }
    return plainMarks(of: node, children, in: parent, placed: outer, passing: passing)
  }

  /// A clip's own clock.
  func time(of clip: Clip) -> Time {
    graph.rate.start(of: FrameIndex(frame.value - clip.turn.lowerBound.value)) + offset
  }

  /// What a node shows at this moment alone.
  func plainMarks(
    of node: Node, _ children: [Branch], in parent: Size, placed outer: Matrix, passing: Bool
  ) -> [Mark] {
    let look = node.clip.look
    let time = time(of: node.clip)
    let box = Box(of: node.clip, at: time, in: parent)
    guard box.size.width > 0, box.size.height > 0 else { return [] }
    let presence = node.clip.presence(at: frame, late: lag, passing: passing)
    let opacity = (max(0, min(1, look.opacity.value(at: time))) * presence).snappedToRatioGrid
    guard opacity > 0 else { return [] }
    let toParent = box.matrix(look, at: time, in: parent)
    switch place(look, at: time, box.size, toParent, in: parent, outer) {
    case .nowhere: return []
    case .flat(let outer):
      let staging = look.depth == nil ? self : on(view.screen)
      return staging.marks(
        of: node, children, in: box.size, toParent, of: parent, placed: outer, passing: passing,
        look.effects[...], blend: look.blend, opacity: opacity)
    case .tilted(let plan):
      guard let back = toParent.inverse else { return [] }
      // Shadows fall on what is beneath, and so aren't tilted.
      let shadows = look.effects.shadowsAtEnd
      let marks = on(plan.size).marks(
        of: node, children, in: box.size, toParent, of: parent, placed: back.then(plan.toSheet),
        passing: passing, look.effects.dropLast(shadows.count), blend: .normal, opacity: 1)
      guard !marks.isEmpty else { return [] }
      let sheet = Mark.sheet(Sheet(size: plan.size, marks: marks, toScreen: plan.toScreen))
      let filters = self.filters(shadows[...], of: node.clip, at: time, box.size, toParent.then(outer))
      return wrapped([sheet], filters, nil, blend: look.blend, opacity: opacity)
    }
  }

  /// What a node shows in its box, whatever the look says of where that is and how it meets what is beneath.
  ///
  /// - Parameter toParent: takes the box's units to the parent's, and `outer` those to output pixels.
  private func marks(
    of node: Node, _ children: [Branch], in size: Size, _ toParent: Matrix, of parent: Size,
    placed outer: Matrix, passing: Bool, _ effects: ArraySlice<any Effect>, blend: BlendMode,
    opacity: Double
  ) -> [Mark] {
    let (look, time) = (node.clip.look, time(of: node.clip))
    let matrix = toParent.then(outer)
    // What is flat on the grid of drawings can't be seen, and can't be painted either.
    guard matrix.snapped.determinant != 0 else { return [] }
    func staged(
      _ staging: Staging, _ toParent: Matrix, blend: BlendMode = .normal, opacity: Double = 1
    ) -> [Mark] {
      let matrix = toParent.then(outer)
      guard matrix.snapped.determinant != 0 else { return [] }
      let cut = CutStaging(
        look: look, time: time, size: size, toParent: toParent, outer: outer, parent: parent)
      var staging = staging
      if let course = look.camera {
        staging.view.camera = PlacedCamera(course: course, time: time, size: size, toScreen: matrix)
      }
      let pane = cut.clipping ?? .init(outline: .rectangle(Rect(size.snapped)), matrix: matrix.snapped)
      func filters(_ effects: ArraySlice<any Effect>) -> [Filter] {
        self.filters(effects, of: node.clip, at: time, size, matrix)
      }
      var (own, rest) = ([Mark](), effects)
      if case .backdrop = node.clip.content {
        rest = effects.suffix(effects.shadowsAtEnd.count)
        own = [.beneath(Beneath(pane, filters: filters(effects.dropLast(rest.count))))]
      } else {
        let frost = filters(look.frost[...])
        own = frost.isEmpty ? [] : [.beneath(Beneath(pane, filters: frost))]
        own += staging.content(of: node, children, at: time, size, matrix)
      }
      if cut.addsMarks { own = cut.marks(own) }
      // What fades as one now and then is one all the time, or colors would jump when it starts.
      if node.hasParts, node.clip.everFades, own.contains(where: \.mixesColors) {
        own = [.group(MarkGroup(own))]
      }
      return wrapped(own, filters(rest), cut.addsMarks ? nil : cut.clipping, blend: blend, opacity: opacity)
    }
    // What a transition moves is what was cut and filtered; the blend mode is that of the whole.
    let inward = outer.inverse ?? .identity
    let scene = entrances(of: node, passing: passing, in: size) { staged(seen(in: $1), $0.then(inward)) }
    if let scene { return wrapped(scene(matrix, view), [], nil, blend: blend, opacity: opacity) }
    let marks = staged(self, toParent, blend: blend, opacity: opacity)
    guard let aperture = look.aperture else { return marks }
    return self.marks(marks, through: aperture, at: time, in: size, placed: matrix)
  }

  /// What is done to a clip's pixels in this frame.
  private func filters(
    _ effects: ArraySlice<any Effect>, of clip: Clip, at time: Time, _ size: Size, _ matrix: Matrix
  ) -> [Filter] {
    guard !effects.isEmpty else { return [] }
    let elapsed = frame.value - clip.turn.lowerBound.value
    let instant = EffectInstant(time: time, frame: elapsed, box: size, toScreen: matrix)
    var filters: [Filter] = []
    for effect in effects {
      let filter = effect.filter(at: instant)
      if let last = filters.last, let both = last.joined(with: filter) {
        filters[filters.count - 1] = both
      } else {
        filters.append(filter)
      }
    }
    return filters.filter { !$0.doesNothing }
  }

  /// Opacity, blend mode, clip and filters, as cheaply as they come.
  private func wrapped(
    _ marks: [Mark], _ filters: [Filter], _ clipping: MarkGroup.Clipping?, blend: BlendMode, opacity: Double
  ) -> [Mark] {
    guard blend != .normal || clipping != nil || !filters.isEmpty else { return marks.faded(by: opacity) }
    guard !marks.isEmpty else { return [] }
    return [.group(MarkGroup(marks, opacity: opacity, blend: blend, clip: clipping, filters: filters))]
  }

  /// What a node shows, before anything is done to it as a whole.
  private func content(
    of node: Node, _ children: [Branch], at time: Time, _ size: Size, _ matrix: Matrix
  ) -> [Mark] {
    func marks(_ branches: [Branch]) -> [Mark] {
      let seen = node.clip.look.camera == nil ? branches : fromFarToNear(branches)
      return seen.flatMap { self.marks(of: $0, in: size, placed: matrix) }
    }
    switch node.clip.content {
    case .mix(let first, _, let matte):
      let ids = Set(node.children.prefix(first.count))
      let split = children.filter { $0.isLed(by: ids) }
      let rest = children.filter { !$0.isLed(by: ids) }
      return self.marks(mixing: marks(split), marks(rest), matte, at: time, in: size, placed: matrix)
    case .masked(_, _, let masking):
      let parts = node.children.map { id in marks(children.filter { $0.isNode(id) }) }
      guard parts.count == 2, !parts[0].isEmpty else { return [] }
      return [.group(MarkGroup(parts[0], mask: MarkGroup.Mask(marks: parts[1], masking: masking)))]
    case .canvas(_, let canvas): return self.marks(on: canvas, children, in: size, placed: matrix)
    case .replay(_, let course):
      return self.marks(replaying: node.children, by: course, at: time, in: size, placed: matrix)
    default:
      guard children.isEmpty else { return node.clip.arranged(marks(children)) }
      return content(of: node.clip, at: time, size, matrix)
    }
  }

  /// What a nested film shows on its canvas.
  private func marks(
    on canvas: NestedCanvas, _ children: [Branch], in size: Size, placed matrix: Matrix
  ) -> [Mark] {
    let place = canvas.place(in: size).then(matrix)
    let whole = Mark.fill(
      .rectangle(Rect(canvas.size)), .color(canvas.background), at: place.snapped, opacity: 1)
    let inside = children.flatMap { marks(of: $0, in: canvas.size, placed: place) }
    if whole.covers(view.screen) { return [whole] + inside }
    let clip = MarkGroup.Clipping(outline: .rectangle(Rect(canvas.size)), matrix: place.snapped)
    let painted = (canvas.background.alpha > 0 ? [whole] : []) + inside
    return painted.isEmpty ? [] : [.group(MarkGroup(painted, clip: clip))]
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
      let picture = PicturePlacement(asset.facts, move: move, progress: progress(of: clip))
      return picture.marks(fit, in: size, placed: matrix)
    case .video(let asset, let fit, let move, let playback):
      let (facts, progress) = (asset.facts, progress(of: clip))
      func marks(_ frame: FrameIndex) -> [Mark] {
        PicturePlacement(facts, frame: frame, move: move, progress: progress)
          .marks(fit, in: size, placed: matrix)
      }
      let moment = playback.moment(
        at: time, lasting: Time(ticks: abs(way.ticks)), of: facts.index)
      guard let next = moment.next else { return marks(moment.frame) }
      return marks(next).dissolved(
        over: marks(moment.frame), progress: moment.share, screen: view.screen)
    case .neighbour(let side): return crossing?.marks(of: side, in: size, placed: matrix, view) ?? []
    case .group, .letters, .track, .mix, .masked, .canvas, .replay, .backdrop: return []
    }
  }

  /// How much of a clip's turn is over: 0 in its first frame, 1 in its last.
  private func progress(of clip: Clip) -> Double {
    let last = clip.turn.count - 1
    guard last > 0 else { return 0 }
    let part = offset == .zero ? 0 : offset / graph.rate.start(of: 1)
    return min(1, (Double(frame.value - clip.turn.lowerBound.value) + part) / Double(last))
  }
}

extension Node {
  /// Whether it may be made of more than one thing.
  fileprivate var hasParts: Bool {
    if case .replay = clip.content { true } else { children.count > 1 }
  }
}

extension Branch {
  /// Whether its node is one of some; neighbours of a series are none.
  fileprivate func isLed(by ids: Set<NodeID>) -> Bool {
    if case .node(let id, _) = self { ids.contains(id) } else { false }
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

package import Primitives
import Timeline

/// Words that are cut off by the edge of the screen while they stand still.
package struct Overhang: Hashable, Sendable {
  /// The line that made them.
  package var site: Site
  package var words: String
  /// The frame in which they stand like that, and by how many pixels of the canvas they reach beyond its edge.
  package var frame: FrameIndex
  package var distance: Double
}

extension FrameGraph {
  /// Words that never are on the screen as a whole, though they rest somewhere: the first of each of the author's
  /// lines.
  ///
  /// What passes by, what is hardly there, and what is cut, masked, tiled or replayed on purpose is none.
  package var overhangs: [Overhang] {
    var finder = OverhangFinder(graph: self)
    let inner = Set(nodes.flatMap { $0.children + $0.entrance + $0.exit })
    for node in nodes where !inner.contains(node.id) { finder.look(at: node, in: []) }
    return finder.found
  }
}

private struct OverhangFinder {
  let graph: FrameGraph
  var found: [Overhang] = []
  private var sites: Set<Site> = []

  /// As many moments of each text are looked at.
  private static let moments = 9
  /// Less of it than this is decoration.
  private static let leastOpacity = 0.35

  init(graph: FrameGraph) { self.graph = graph }

  /// - Parameter path: what a node stands in, the outermost first.
  mutating func look(at node: Node, in path: [Node]) {
    let look = node.clip.look
    guard look.clip == nil, look.cornerRadius == nil, look.tiling == nil, look.reflection == nil else {
      return
    }
    // Where what stands in space is seen isn't where it lies.
    guard look.tilt == nil, look.depth == nil, look.camera == nil else { return }
    switch node.clip.content {
    case .text(let lettering):
      if let ink = lettering.block.lines.flatMap({ $0.clusters.compactMap(\.ink) }).bounds,
        !sites.contains(node.clip.site)
      {
        measure(node, ink, lettering, in: path)
      }
    // What has a canvas of its own is cut by that, and what has a clock of its own passes by.
    case .replay, .masked, .mix, .neighbour, .canvas: break
    case .group, .letters, .track:
      for child in node.children { self.look(at: graph.nodes[child.index], in: path + [node]) }
    case .solid, .backdrop, .picture, .video, .shape: break
    }
  }

  private mutating func measure(_ node: Node, _ ink: Rect, _ lettering: Lettering, in path: [Node]) {
    let chain = path + [node]
    guard let frames = restingFrames(of: chain) else { return }
    let count = min(Self.moments, frames.count)
    let samples = (0..<count).map { index in
      FrameIndex(frames.lowerBound.value + (count > 1 ? (frames.count - 1) * index / (count - 1) : 0))
    }
    let longer = max(graph.canvas.width, graph.canvas.height)
    let (still, slack) = (longer / 100, min(graph.canvas.width, graph.canvas.height) / 100)
    var before: (box: Rect, frame: FrameIndex)?
    var resting: (frame: FrameIndex, distance: Double)?
    for frame in samples {
      guard let box = box(of: ink, lettering, chain, at: frame) else {
        before = nil
        continue
      }
      let distance = box.distance(beyond: graph.canvas)
      // It is seen as a whole at some time; nearly all words are at once.
      guard distance > slack else { return }
      if let earlier = before, earlier.box.isNear(box, within: still), resting == nil {
        resting = (earlier.frame, earlier.box.distance(beyond: graph.canvas))
      }
      if count == 1 { resting = (frame, distance) }
      before = (box, frame)
    }
    guard let resting else { return }
    sites.insert(node.clip.site)
    found.append(
      Overhang(
        site: node.clip.site, words: lettering.block.text, frame: resting.frame, distance: resting.distance)
    )
  }

  /// When all of a chain is on stage, and nothing of it comes or goes; nil if that is never.
  private func restingFrames(of chain: [Node]) -> Range<FrameIndex>? {
    var (begin, end) = (FrameIndex.zero, FrameIndex(graph.frameCount))
    for node in chain {
      let clip = node.clip
      begin = max(begin, clip.frames.lowerBound)
      end = min(end, clip.frames.upperBound)
      if let run = clip.entering { begin = max(begin, clip.turn.lowerBound.advanced(by: run.frameCount)) }
      if let run = clip.exiting { end = min(end, clip.turn.upperBound.advanced(by: -run.frameCount)) }
    }
    return begin < end ? begin..<end : nil
  }

  /// Where ink is on the canvas in one frame; nil where it is hardly seen.
  private func box(of ink: Rect, _ lettering: Lettering, _ chain: [Node], at frame: FrameIndex) -> Rect? {
    let staging = Staging(graph: graph, frame: frame)
    var (size, matrix, opacity) = (graph.canvas, Matrix.identity, 1.0)
    for node in chain {
      let (look, time) = (node.clip.look, staging.time(of: node.clip))
      let box = Box(of: node.clip, at: time, in: size)
      matrix = box.matrix(look, at: time, in: size).then(matrix)
      opacity *= max(0, min(1, look.opacity.value(at: time)))
      size = box.size
    }
    guard opacity >= Self.leastOpacity, matrix.determinant != 0 else { return nil }
    let block = lettering.block.size
    return ink.box(
      at: Matrix.translation(
        (size.width - block.width) * lettering.alignment.share, (size.height - block.height) / 2
      ).then(matrix))
  }
}

extension Rect {
  /// How far it reaches beyond a screen, on the side where that is farthest.
  fileprivate func distance(beyond screen: Size) -> Double {
    max(-x, -y, maxX - screen.width, maxY - screen.height)
  }

  /// Whether no side of another is farther away than a distance.
  fileprivate func isNear(_ other: Rect, within distance: Double) -> Bool {
    max(abs(x - other.x), abs(y - other.y), abs(maxX - other.maxX), abs(maxY - other.maxY)) <= distance
  }
}

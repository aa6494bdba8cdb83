package import Primitives
import Timeline

/// A run of frames in which the same nodes are live.
package struct LiveSpan: Sendable {
  package let frames: Range<FrameIndex>
  /// Whether an element of a series begins here: a good place to cut the film into segments.
  package let beginsScene: Bool
  /// What is live, in painting order.
  package let branches: [Branch]
}

/// A live node with what is live of it.
package indirect enum Branch: Sendable {
  case node(NodeID, [Branch])
  /// Two neighbours of a series while the second enters over the first.
  case passing(from: Branch, to: Branch)

  /// Whether it is a node and what is live of it.
  func isNode(_ node: NodeID) -> Bool { if case .node(node, _) = self { true } else { false } }
}

extension LiveSpan {
  static func spans(
    of roots: [NodeID], in nodes: [Node], frameCount: Int, rate: FrameRate
  ) -> [LiveSpan] {
    let film = FrameIndex.zero..<FrameIndex(frameCount)
    let seams = Seams(of: roots, in: nodes, rate: rate)
    let cuts = seams.cuts.union(seams.scenes).union([film.lowerBound])
    let bounds = cuts.filter(film.contains).sorted() + [film.upperBound]
    return zip(bounds, bounds.dropFirst()).map { begin, end in
      LiveSpan(
        frames: begin..<end, beginsScene: begin == film.lowerBound || seams.scenes.contains(begin),
        branches: branches(of: roots, in: nodes, at: begin))
    }
  }

  /// What of nodes is live in one frame.
  static func branches(of ids: [NodeID], in nodes: [Node], at frame: FrameIndex) -> [Branch] {
    ids.filter { nodes[$0.index].clip.frames.contains(frame) }.map { id in
      let node = nodes[id.index]
      // What is replayed has a clock of its own.
      if case .replay = node.clip.content { return .node(id, []) }
      let live = branches(of: node.children, in: nodes, at: frame)
      guard case .track = node.clip.content, live.count == 2, case .node(let second, _) = live[1],
        nodes[second.index].clip.entering?.overlaps == true
      else { return .node(id, live) }
      return .node(id, [.passing(from: live[0], to: live[1])])
    }
  }
}

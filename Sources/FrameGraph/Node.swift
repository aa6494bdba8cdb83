package import Primitives
package import Timeline

/// Something that is made the same way in every frame in which it is live.
package struct Node: Sendable {
  package let id: NodeID
  package let clip: Clip
  /// What a group or track is made of, in painting order.
  package let children: [NodeID]
  /// The frames of the film in which it may be seen: its clip's, unless it is replayed.
  package let frames: Range<FrameIndex>
  /// What plays while it enters and exits, in painting order.
  let entrance: [NodeID]
  let exit: [NodeID]
}

/// A node's number; also its place in the graph's list.
package struct NodeID: Hashable, Sendable, CustomStringConvertible {
  package let index: Int
  package var description: String { "n\(index)" }
}

/// Turns clips into nodes, each before its children.
struct Planting {
  var nodes: [Node] = []

  /// - Parameter replayed: when clips on a clock of their own may be seen; nil for those on the film's.
  mutating func plant(_ clips: [Clip], replayed: Range<FrameIndex>? = nil) -> [NodeID] {
    clips.map { clip in
      let id = NodeID(index: nodes.count)
      let frames = replayed ?? clip.frames
      nodes.append(Node(id: id, clip: clip, children: [], frames: frames, entrance: [], exit: []))
      var inner = replayed
      if case .replay = clip.content { inner = frames }
      let children = plant(clip.content.children, replayed: inner)
      let entrance = plant(clip.entering?.stage ?? [], replayed: replayed)
      let exit = plant(clip.exiting?.stage ?? [], replayed: replayed)
      nodes[id.index] = Node(
        id: id, clip: clip, children: children, frames: frames, entrance: entrance, exit: exit)
      return id
    }
  }
}

import Primitives
package import Timeline

/// Something that is made the same way in every frame in which it is live.
package struct Node: Sendable {
  package let id: NodeID
  package let clip: Clip
  /// What a group or track is made of, in painting order.
  package let children: [NodeID]
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

  mutating func plant(_ clips: [Clip]) -> [NodeID] {
    clips.map { clip in
      let id = NodeID(index: nodes.count)
      nodes.append(Node(id: id, clip: clip, children: [], entrance: [], exit: []))
      let children = plant(clip.content.children)
      let (entrance, exit) = (plant(clip.entering?.stage ?? []), plant(clip.exiting?.stage ?? []))
      nodes[id.index] = Node(id: id, clip: clip, children: children, entrance: entrance, exit: exit)
      return id
    }
  }
}

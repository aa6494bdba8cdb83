package import Primitives
import Timeline

extension FrameGraph {
  /// The graph in Graphviz's language: nodes, what they are made of, and which dissolve into which.
  package var dot: String {
    dot(nodes: nodes.map(\.id), branches: spans.flatMap(\.branches))
  }

  /// The part of it that is live in one frame.
  package func dot(at frame: FrameIndex) -> String {
    let branches = span(at: frame)?.branches ?? []
    return dot(nodes: branches.flatMap(\.ids), branches: branches)
  }

  private func dot(nodes ids: [NodeID], branches: [Branch]) -> String {
    var lines = ["digraph \(FrameGraph.quoted(name)) {", "  rankdir=BT", "  node [shape=box]"]
    for id in ids {
      let clip = nodes[id.index].clip
      let label = (clip.content.words + ["\(clip.frames)"]).joined(separator: "\n")
      lines.append("  \(id) [label=\(FrameGraph.quoted(label))]")
    }
    let live = Set(ids)
    for id in ids {
      lines += nodes[id.index].children.filter(live.contains).map { "  \($0) -> \(id)" }
    }
    var passings: [String] = []
    for line in branches.flatMap(\.passings) where !passings.contains(line) { passings.append(line) }
    return (lines + passings + ["}"]).joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { character -> String in
      switch character {
      case "\"", "\\": "\\\(character)"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(String(escaped))\""
  }
}

extension Branch {
  fileprivate var ids: [NodeID] {
    switch self {
    case .node(let id, let children): [id] + children.flatMap(\.ids)
    case .passing(let from, let to): from.ids + to.ids
    }
  }

  fileprivate var passings: [String] {
    switch self {
    case .node(_, let children): children.flatMap(\.passings)
    case .passing(let from, let to):
      ["  \(from.ids[0]) -> \(to.ids[0]) [style=dashed constraint=false]"] + from.passings + to.passings
    }
  }
}

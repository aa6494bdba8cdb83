import FrameGraph
import Primitives
import Timeline

/// An element as it is seen in a segment, in words: what it is, and how it stands and moves.
package struct SeenElement: Codable, Hashable, Sendable {
  /// What it shows; elements of the same name are told apart by their order.
  package var name: String
  /// Such as `at 100,50%`, each beginning with what it is about.
  package var traits: [String]

  /// Those of a graph between two frames, groups among them.
  static func all(of graph: FrameGraph, in frames: Range<FrameIndex>) -> [SeenElement] {
    graph.nodes.filter { $0.frames.overlaps(frames) && !$0.standsForAnother }.map { node in
      let clip = node.clip
      let plain = clip.content.words
      var traits = clip.look.words(.whole) + clip.content.words(.whole).filter { !plain.contains($0) }
      for case (let way, let run?) in [("in", clip.entering), ("out", clip.exiting)] {
        traits.append("\(way) \(run.name) \(graph.rate.start(of: FrameIndex(run.frameCount)))")
      }
      let (begin, end) = (clip.turn.lowerBound, clip.turn.upperBound)
      func time(_ frame: FrameIndex) -> Time {
        graph.rate.start(of: FrameIndex(frame.value - frames.lowerBound.value))
      }
      traits += ["begins \(time(begin))", "ends \(time(end))"]
      return SeenElement(name: plain.joined(separator: " "), traits: traits)
    }
  }

  /// How elements differ from what they were, a line each: what came and what went isn't among it.
  static func changes(from before: [SeenElement], to now: [SeenElement]) -> [String] {
    let old = Dictionary(grouping: before, by: \.name)
    let new = Dictionary(grouping: now, by: \.name)
    return new.keys.sorted().flatMap { name in
      zip(old[name] ?? [], new[name] ?? []).compactMap { before, now in
        let changes = now.changes(since: before)
        return changes.isEmpty ? nil : "\(name): \(changes.joined(separator: ", "))"
      }
    }
  }

  private func changes(since before: SeenElement) -> [String] {
    let lost = before.traits.filter { !traits.contains($0) }
    let won = traits.filter { !before.traits.contains($0) }
    func about(_ trait: String) -> Substring { trait.prefix { $0 != " " } }
    let changed = won.map { trait in
      let (topic, value) = (about(trait), trait.dropFirst(about(trait).count + 1))
      guard let was = lost.first(where: { about($0) == topic })?.dropFirst(topic.count + 1) else {
        return "now \(trait)"
      }
      return switch topic {
      case "at": "moved from \(was) to \(value)"
      case "begins": "begins \(was) s → \(value) s into the segment"
      case "ends": "ends \(was) s → \(value) s into it"
      default: "\(topic) from \(was) to \(value)"
      }
    }
    let gone = lost.filter { trait in !won.contains { about($0) == about(trait) } }
    return changed + gone.map { "no longer \($0)" }
  }
}

extension Node {
  /// Whether it is in a transition in place of another.
  fileprivate var standsForAnother: Bool { if case .neighbour = clip.content { true } else { false } }
}

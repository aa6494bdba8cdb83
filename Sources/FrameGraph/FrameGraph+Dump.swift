package import Primitives
import Timeline

extension FrameGraph {
  /// The graph as text: its nodes, and which are live when.
  package var dump: String {
    let head = ["graph  \(name)  \(size) at \(rate)  \(frameCount) frames"]
    let nodes = nodes.map { node in
      let clip = node.clip
      let children = node.children.isEmpty ? [] : [node.children.map(\.description).joined(separator: " ")]
      return (["\(node.id)", "\(clip.frames)"] + clip.content.words + children).joined(separator: "  ")
    }
    let spans = spans.map { span in
      let live = span.branches.map(\.description).joined(separator: " ")
      return "\(span.frames)  \(span.beginsScene ? "scene" : "     ")  \(live)"
    }
    return (head + nodes + spans).joined(separator: "\n")
  }

  /// One frame's drawing as text: its fingerprint, then a line a mark.
  package func dump(at frame: FrameIndex) -> String {
    let drawing = drawing(at: frame)
    let head = "frame \(frame)  \(rate.start(of: frame)) s  \(drawing.fingerprint)"
    return ([head] + drawing.marks.flatMap { $0.dump(indent: "  ") }).joined(separator: "\n")
  }
}

extension Branch: CustomStringConvertible {
  package var description: String {
    switch self {
    case .node(let id, let children):
      children.isEmpty ? "\(id)" : "\(id)(\(children.map(\.description).joined(separator: " ")))"
    case .passing(let from, let to): "\(from)→\(to)"
    }
  }
}

extension Mark {
  fileprivate func dump(indent: String) -> [String] {
    func line(_ words: [String], _ opacity: Double) -> [String] {
      [indent + (words + (opacity == 1 ? [] : ["opacity \(opacity.brief)"])).joined(separator: "  ")]
    }
    switch self {
    case .fill(let outline, let ink, let matrix, let opacity):
      return line(["fill", outline.summary, ink.summary, matrix.summary], opacity)
    case .stroke(let outline, let width, let ink, let matrix, let opacity):
      return line(["stroke \(width.brief)", outline.summary, ink.summary, matrix.summary], opacity)
    case .text(let block, let pass, let ink, let matrix, let opacity):
      return line([pass.summary, block.text.debugDescription, ink.summary, matrix.summary], opacity)
    case .lights(let lights, let ink, let matrix, let opacity):
      return line(
        ["lights of \(lights.sparks.count) glow \(lights.glow.brief)", ink.summary, matrix.summary], opacity
      )
    case .group(let group):
      let words =
        ["group"] + (group.blend == .normal ? [] : [group.blend.rawValue])
        + (group.clip.map { ["clip \($0.outline.summary)"] } ?? []) + group.filters.map(\.name)
      let mask =
        group.mask.map { mask in
          [indent + "  mask \(mask.masking.words)"]
            + mask.marks.flatMap { $0.dump(indent: indent + "    ") }
        } ?? []
      return line(words, group.opacity) + mask + group.marks.flatMap { $0.dump(indent: indent + "  ") }
    case .dissolve(let from, let to, let progress):
      return [indent + "dissolve  \(progress.brief)"] + from.flatMap { $0.dump(indent: indent + "  from ") }
        + to.flatMap { $0.dump(indent: indent + "  to   ") }
    case .mix(let from, let to, let matte):
      return [indent + "mix  \(matte.shape.name)  \(matte.progress.brief)"]
        + from.flatMap { $0.dump(indent: indent + "  from ") }
        + to.flatMap { $0.dump(indent: indent + "  to   ") }
    case .sheet(let sheet):
      return [indent + "sheet of \(sheet.size)  \(sheet.toScreen.summary)"]
        + sheet.marks.flatMap { $0.dump(indent: indent + "  ") }
    case .beneath(let beneath):
      let words = ["beneath", beneath.clip.outline.summary, beneath.clip.matrix.summary]
      return line(words + beneath.filters.map(\.name), 1)
    }
  }
}

extension Outline {
  fileprivate var summary: String {
    rectangle.map { "\($0.width.brief)×\($0.height.brief)" } ?? "outline of \(steps.count)"
  }
}

extension Ink {
  fileprivate var summary: String {
    switch self {
    case .color(let color): "\(color)"
    case .linear(let stops, _, _): "linear of \(stops.count)"
    case .radial(let stops, _, _): "radial of \(stops.count)"
    case .picture(let sample):
      sample.source.summary + (sample.isBlurred ? " blurred " : " ") + sample.toScreen.summary
    }
  }
}

extension PictureSource {
  fileprivate var summary: String {
    let name = "\(digest)".prefix(8)
    return frame.map { "frame \($0) of \(name)" } ?? "picture \(name)"
  }
}

extension Matrix {
  fileprivate var summary: String {
    isUpright
      ? "×\(a.brief)\(a == d ? "" : ",\(d.brief)") +\(tx.brief),\(ty.brief)"
      : "[\([a, b, c, d, tx, ty].map(\.brief).joined(separator: " "))]"
  }
}

extension Homography {
  fileprivate var summary: String {
    "\(flat.summary) / \([slopeX, slopeY, distance].map(\.brief).joined(separator: " "))"
  }
}

extension TextPass {
  fileprivate var summary: String {
    switch self {
    case .fill: "text"
    case .outline(let width): "text outline \(width.brief)"
    case .shadow(let width, let blur): "text shadow \(width.brief) blur \(blur.brief)"
    }
  }
}

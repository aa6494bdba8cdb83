package import Primitives
package import Timeline

/// How each frame is made.
///
/// Nodes are immutable and shared between frames; spans say which are live when. Nothing is left to
/// decide: a frame's drawing follows from its number alone.
package struct FrameGraph: Sendable {
  package let name: String
  /// What the author composes on, in canvas pixels.
  package let canvas: Size
  /// What is painted, in output pixels.
  package let size: PixelSize
  package let rate: FrameRate
  package let frameCount: Int
  package let background: Color
  package let nodes: [Node]
  /// Adjoining, in order, from the first frame to the last.
  package let spans: [LiveSpan]

  /// The graph of a timeline, painted `size` large; the canvas's own size if nil.
  package init(_ timeline: Timeline, size: PixelSize? = nil) {
    name = timeline.name
    canvas = Size(timeline.size)
    self.size = size ?? timeline.size
    rate = timeline.rate
    frameCount = timeline.frameCount
    background = timeline.background
    var planting = Planting()
    let roots = planting.plant(timeline.clips)
    nodes = planting.nodes
    spans = LiveSpan.spans(
      of: roots, in: planting.nodes, frameCount: timeline.frameCount, rate: timeline.rate)
  }

  package func span(at frame: FrameIndex) -> LiveSpan? {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].frames.upperBound <= frame { low = middle + 1 } else { high = middle }
    }
    return spans.indices.contains(low) && spans[low].frames.contains(frame) ? spans[low] : nil
  }

  /// All that one frame shows. Outside the film it is the background.
  package func drawing(at frame: FrameIndex) -> Drawing {
    let staging = Staging(graph: self, frame: frame)
    let scale = Matrix.scale(Double(size.width) / canvas.width, Double(size.height) / canvas.height)
    let marks = span(at: frame)?.branches.flatMap { staging.marks(of: $0, in: canvas, placed: scale) } ?? []
    return Drawing(size: size, background: background, marks: marks).withoutWhatIsHidden
  }
}

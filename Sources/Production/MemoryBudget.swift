package import FrameGraph
package import Media
package import Primitives
import Raster
import Timeline

/// How a render keeps within so many bytes: with fewer workers first, and then with fewer pictures at hand.
///
/// Figures are peaks that were measured, and a little more; Benchmarks/README.md has them.
package struct MemoryBudget: Hashable, Sendable {
  package let workers: Int
  /// What decoded and scaled pictures may take before the one used longest ago is dropped.
  package let pictureBytes: Int

  /// Code, fonts, the graph, the sound's and finished segments' packets.
  private static let base = 110 << 20
  /// Painted text of one worker, at most.
  private static let text = 64 << 20
  private static let usualPictures = 1 << 30

  /// - Parameter limit: in bytes; nil for what is usual.
  package init(
    _ graph: FrameGraph, _ settings: EncoderSettings, workers: Int, limit: Int?
  ) throws(Problem) {
    guard let limit else {
      (self.workers, pictureBytes) = (workers, MemoryBudget.usualPictures)
      return
    }
    let pixels = settings.size.width * settings.size.height
    // What is painted on, two layers of a dissolve and the encoder's picture, and the encoder's own.
    let worker =
      pixels * (14 + MemoryBudget.filtering(of: graph) + settings.bytesPerPixel) + MemoryBudget.text
    let picture = MemoryBudget.largestPicture(of: graph)
    let least = MemoryBudget.base + worker + picture
    guard limit >= least else {
      throw Problem(
        .usage, "--max-memory is too little: this film needs at least \((least + 999_999) / 1_000_000)MB",
        hints: "a smaller --scale or a quicker --preset needs less")
    }
    self.workers = max(1, min(workers, (limit - MemoryBudget.base - picture) / worker))
    pictureBytes = min(MemoryBudget.usualPictures, limit - MemoryBudget.base - self.workers * worker)
  }

  /// What filters take for each pixel, where there are any: a layer, and two of 16 bits between filters.
  private static func filtering(of graph: FrameGraph) -> Int {
    graph.nodes.contains { !$0.clip.look.effects.isEmpty } ? 4 + 2 * 8 : 0
  }

  /// What the picture that needs most takes: looked for where something comes or goes, as pictures move
  /// from there on evenly.
  private static func largestPicture(of graph: FrameGraph) -> Int {
    let looks = graph.spans.flatMap { [$0.frames.lowerBound, $0.frames.upperBound.advanced(by: -1)] }
    return looks.map { PictureStore.bytes(toPaint: graph.drawing(at: $0)) }.max() ?? 0
  }
}

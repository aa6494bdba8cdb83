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
  /// What each worker may keep of clips as they were decoded, and take for decoders beyond one for each clip.
  package let clipBytes: Int
  /// How many decoders of clips each worker may have: each holds a file open.
  package let clipDecoders: Int
  /// What layers that were painted may keep for the next ones.
  package let layerBytes: Int

  /// Code, fonts, the graph, the sound's and finished segments' packets.
  private static let base = 110 << 20
  /// Painted text of one worker, at most.
  private static let text = 64 << 20
  private static let usualPictures = 1 << 30
  private static let usualClips = 192 << 20
  /// Backwards, a clip is decoded again and again with so little; forwards it needs no more.
  private static let leastClips = 32 << 20
  /// However many views of a clip there are, a worker takes no more for them.
  private static let mostViews = 1 << 30

  /// - Parameter limit: in bytes; nil for what is usual.
  package init(
    _ graph: FrameGraph, _ settings: EncoderSettings, workers: Int, limit: Int?
  ) throws(Problem) {
    let views = min(
      MemoryBudget.mostViews, MemoryBudget.largest(of: graph, PictureStore.furtherDecoderBytes(toPaint:)))
    guard let limit else {
      (self.workers, pictureBytes) = (workers, MemoryBudget.usualPictures)
      clipBytes = MemoryBudget.usualClips + views
      clipDecoders = MemoryBudget.decoders(of: workers)
      layerBytes = PixelMemory.usual
      return
    }
    let pixels = settings.size.width * settings.size.height
    // What is painted on, two layers of a dissolve and the encoder's picture, and the encoder's own.
    let clips = MemoryBudget.largest(of: graph, PictureStore.clipBytes(toPaint:))
    let leastClips = clips > 0 ? MemoryBudget.leastClips : 0
    let layers = MemoryBudget.filtering(of: graph) + MemoryBudget.tilting(of: graph)
    let painting = pixels * (14 + layers + settings.bytesPerPixel)
    let worker = painting + MemoryBudget.text + clips + leastClips
    let picture = MemoryBudget.largest(of: graph, PictureStore.bytes(toPaint:))
    let least = MemoryBudget.base + worker + picture
    guard limit >= least else {
      throw Problem(
        .usage, "--max-memory is too little: this film needs at least \((least + 999_999) / 1_000_000)MB",
        hints: "a smaller --scale or a quicker --preset needs less")
    }
    self.workers = max(1, min(workers, (limit - MemoryBudget.base - picture) / worker))
    clipDecoders = MemoryBudget.decoders(of: self.workers)
    let rest = limit - MemoryBudget.base - self.workers * worker
    // What is left beside the largest picture goes to clips first: a clip is decoded again for what it lacks.
    let wanted = MemoryBudget.usualClips - MemoryBudget.leastClips + views
    let more = min(wanted, (rest - picture) / self.workers)
    clipBytes = leastClips > 0 ? leastClips + more : 0
    layerBytes = 0
    pictureBytes = min(MemoryBudget.usualPictures, leastClips > 0 ? rest - self.workers * more : rest)
  }

  /// Each worker's part of the files that may be open at once, beside some for songs and segments. `getrlimit`.
  private static func decoders(of workers: Int) -> Int {
    min(64, max(1, (OpenFiles.limit - 64) / max(1, workers)))
  }

  /// What filters take for each pixel, where there are any: a layer, and two of 16 bits between filters.
  private static func filtering(of graph: FrameGraph) -> Int {
    graph.nodes.contains { !$0.clip.look.effects.isEmpty || !$0.clip.look.frost.isEmpty } ? 4 + 2 * 8 : 0
  }

  /// What planes in space take for each pixel, where there are any: a sheet of four screens, smaller ones made of it, and
  /// what is seen of it.
  private static func tilting(of graph: FrameGraph) -> Int {
    graph.nodes.contains { $0.clip.look.tilt != nil } ? 4 * 4 + 4 * 4 / 3 + 4 : 0
  }

  /// What the drawing that needs most takes: looked for where something comes or goes, as pictures move
  /// from there on evenly.
  private static func largest(of graph: FrameGraph, _ bytes: (Drawing) -> Int) -> Int {
    let looks = graph.spans.flatMap { [$0.frames.lowerBound, $0.frames.upperBound.advanced(by: -1)] }
    return looks.map { bytes(graph.drawing(at: $0)) }.max() ?? 0
  }
}

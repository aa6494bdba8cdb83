internal import CEngine
import FrameGraph
import Primitives
import Typography

/// Text that was painted, by what it depends on, so that a frame only lays it over.
struct TextLayers {
  private struct Key: Hashable {
    let block: TextBlock
    let ink: Ink
    let matrix: Matrix
  }

  private struct Layer {
    let surface: LayerSurface?
    var lastUse: UInt64
  }

  private var layers: [Key: Layer] = [:]
  private var clock: UInt64 = 0
  private var byteCount = 0
  private var lastForgetting: UInt64 = 0
  private static let byteLimit = 64 << 20

  mutating func paint(
    _ block: TextBlock, _ ink: Ink, at matrix: Matrix, opacity: Double, on brush: borrowing Brush,
    screen: PixelSize, fonts: FontLibrary
  ) throws(Problem) {
    let key = Key(block: block, ink: ink, matrix: matrix)
    clock += 1
    if let known = layers[key] {
      layers[key]?.lastUse = clock
      known.surface?.lay(on: brush, opacity: opacity)
      return
    }
    let surface = try LayerSurface.make(block, ink, at: matrix, screen: screen, fonts: fonts)
    surface?.lay(on: brush, opacity: opacity)
    layers[key] = Layer(surface: surface, lastUse: clock)
    byteCount += surface?.byteCount ?? 0
    evict()
  }

  /// Forgets what wasn't laid since this was last asked: words that are over don't come back soon.
  mutating func forgetUnused() {
    for (key, layer) in layers where layer.lastUse <= lastForgetting {
      layers[key] = nil
      byteCount -= layer.surface?.byteCount ?? 0
    }
    lastForgetting = clock
  }

  private mutating func evict() {
    guard byteCount > TextLayers.byteLimit else { return }
    for (key, layer) in layers.sorted(by: { $0.value.lastUse < $1.value.lastUse }).dropLast() {
      guard byteCount > TextLayers.byteLimit / 2 else { return }
      layers[key] = nil
      byteCount -= layer.surface?.byteCount ?? 0
    }
  }
}

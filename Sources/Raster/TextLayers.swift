internal import CEngine
import FrameGraph
import Primitives
import Typography

/// Text that was painted, by what it depends on, so that a frame only lays it over.
struct TextLayers {
  private struct Key: Hashable {
    let block: TextBlock
    let pass: TextPass
    let matrix: Matrix
    /// Nil if it is whole.
    let window: PixelArea?
    /// Nil if the layer takes its color when it is laid.
    var ink: Ink?
  }

  private struct Layer {
    /// Nil if nothing of it is to be seen.
    let surface: LayerSurface?
    var lastUse: UInt64
  }

  private let screen: PixelSize
  /// What is painted on, in pixels of the screen.
  var view: PixelArea
  private let fonts: FontLibrary
  private let pictures: PictureStore
  private var glyphs: KeptGlyphs
  private var layers: [Key: Layer] = [:]
  private var clock: UInt64 = 0
  private var byteCount = 0
  private var lastForgetting: UInt64 = 0
  private static let byteLimit = 64 << 20
  /// Those of which nothing is to be seen take no bytes, but are kept as well.
  private static let mostLayers = 10_000

  init(screen: PixelSize, fonts: FontLibrary, pictures: PictureStore) {
    self.screen = screen
    view = PixelArea(screen)
    self.fonts = fonts
    self.pictures = pictures
    glyphs = KeptGlyphs(grown: GrownGlyphs(fonts: fonts))
  }

  mutating func paint(
    _ block: TextBlock, _ pass: TextPass, _ ink: Ink, at matrix: Matrix, opacity: Double,
    on brush: borrowing Brush
  ) throws(Problem) {
    clock += 1
    var color: Color?
    if case .color(let solid) = ink { color = solid }
    let whole = TextPlacement(pass, ink, at: matrix)
    if !ink.liesStill, try lay(block, pass, ink, color, whole, opacity, on: brush) { return }
    _ = try lay(block, pass, ink, color, TextPlacement(at: matrix, on: view), opacity, on: brush)
  }

  /// The pixels that a pass of a text may change; nil if there are none.
  func area(of block: TextBlock, _ pass: TextPass, at matrix: Matrix) throws(Problem) -> PixelArea? {
    try TextTrace(block: block, matrix: matrix, fonts: fonts).area(pass)?
      .grown(by: PixelSize(width: 1, height: 1))
  }

  /// Whether it could be done; a layer of a whole text may be too large.
  private mutating func lay(
    _ block: TextBlock, _ pass: TextPass, _ ink: Ink, _ color: Color?, _ placement: TextPlacement,
    _ opacity: Double, on brush: borrowing Brush
  ) throws(Problem) -> Bool {
    var key = Key(
      block: block, pass: pass, matrix: placement.matrix, window: placement.window,
      ink: color == nil ? ink : nil)
    guard var layer = try layer(key, placement) else { return false }
    if layer.surface?.needsInk == true {
      key.ink = ink
      guard let inked = try self.layer(key, placement) else { return false }
      layer = inked
    }
    layer.surface?.lay(key.ink == nil ? color : nil, placement.shift, on: brush, opacity: opacity)
    return true
  }

  private mutating func layer(_ key: Key, _ placement: TextPlacement) throws(Problem) -> Layer? {
    if let known = layers[key] {
      layers[key]?.lastUse = clock
      return known
    }
    let text = TextTrace(block: key.block, matrix: key.matrix, fonts: fonts)
    guard let reach = try text.area(key.pass) else { return keep(nil, as: key) }
    let area: PixelArea
    if let window = placement.window {
      guard let seen = reach.intersection(window) else { return keep(nil, as: key) }
      area = seen
    } else {
      guard fits(reach.size) else { return nil }
      // One pixel more, for what is laid between pixels.
      let laid = reach.moved(placement.shift.x, placement.shift.y).grown(by: PixelSize(width: 1, height: 1))
      guard laid.intersection(view) != nil else { return Layer(surface: nil, lastUse: clock) }
      area = reach
    }
    let surface = try LayerSurface.make(
      text, key.pass, key.ink, in: area, pictures: pictures, glyphs: &glyphs)
    return keep(surface, as: key)
  }

  /// Whether a layer of a size isn't much more than the screen.
  private func fits(_ size: PixelSize) -> Bool {
    max(size.width, size.height) <= 16_384 && size.width * size.height <= 4 * screen.width * screen.height
  }

  private mutating func keep(_ surface: LayerSurface?, as key: Key) -> Layer {
    let layer = Layer(surface: surface, lastUse: clock)
    layers[key] = layer
    byteCount += surface?.byteCount ?? 0
    evict()
    return layer
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
    guard byteCount > TextLayers.byteLimit || layers.count > TextLayers.mostLayers else { return }
    for (key, layer) in layers.sorted(by: { $0.value.lastUse < $1.value.lastUse }).dropLast() {
      guard byteCount > TextLayers.byteLimit / 2 || layers.count > TextLayers.mostLayers / 2 else { return }
      layers[key] = nil
      byteCount -= layer.surface?.byteCount ?? 0
    }
  }
}

/// Glyphs that took some work, for the texts in which they return.
struct KeptGlyphs {
  var pictures = GlyphPictures()
  var grown: GrownGlyphs
}

extension Ink {
  /// Whether it stays where it is when a text moves.
  fileprivate var liesStill: Bool { if case .picture = self { true } else { false } }
}

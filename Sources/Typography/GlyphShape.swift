package import Primitives

/// What a glyph looks like: 1 is an em, y points down, and the origin is the glyph's.
package enum GlyphShape: Sendable {
  /// Filled with ink.
  case outline(Outline)
  /// Each filled with a color of its own, or with ink if it has none; the first lies at the bottom.
  case layers([Layer])
  /// Stretched over a box.
  case picture(Bitmap, Rect)

  package struct Layer: Sendable {
    package let outline: Outline
    package let color: Color?
  }

  /// The edge of all its ink.
  var silhouette: Outline {
    switch self {
    case .outline(let outline): outline
    case .layers(let layers): Outline(layers.flatMap(\.outline.steps))
    case .picture(let bitmap, let box):
      AlphaPlane(bitmap).edge(tolerance: 0) { Matrix.stretching(bitmap.size, over: box).apply($0) }
    }
  }

  /// The smallest box around its ink; nil if it has none.
  var ink: Rect? {
    switch self {
    case .outline(let outline): outline.inkBox
    case .layers(let layers): layers.compactMap(\.outline.inkBox).reduce(nil) { $0?.union($1) ?? $1 }
    case .picture(let bitmap, let box):
      AlphaPlane(bitmap).inkBox.map { ink in
        let pixel = Size(
          width: box.width / Double(bitmap.size.width), height: box.height / Double(bitmap.size.height))
        return Rect(
          x: box.x + ink.x * pixel.width, y: box.y + ink.y * pixel.height, width: ink.width * pixel.width,
          height: ink.height * pixel.height)
      }
    }
  }

  /// About how many bytes it takes.
  var byteCount: Int {
    switch self {
    case .outline(let outline): outline.byteCount
    case .layers(let layers): layers.reduce(0) { $0 + $1.outline.byteCount }
    case .picture(let bitmap, _): bitmap.pixels.count * 4
    }
  }
}

extension Outline {
  var byteCount: Int { steps.count * MemoryLayout<Outline.Step>.stride }
}

extension Matrix {
  /// Takes the pixels of a picture to where they are when it is stretched over a box.
  package static func stretching(_ size: PixelSize, over box: Rect) -> Matrix {
    Matrix.scale(box.width / Double(size.width), box.height / Double(size.height))
      .then(.translation(box.x, box.y))
  }
}

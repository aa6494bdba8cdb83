/// Text that was set: every glyph has its font and its place.
///
/// Coordinates are pixels from the block's top left corner. A value made once and shared; its
/// fingerprint is at hand and covers everything that reaches a pixel.
package struct TextBlock: Sendable {
  /// The words, for prints and messages.
  package let text: String
  package let size: Size
  package let lines: [TextLine]
  package let fingerprint: Fingerprint

  package init(text: String, size: Size, lines: [TextLine]) {
    self.text = text
    self.size = size
    self.lines = lines
    var writer = Fingerprinter()
    writer.write(size.width)
    writer.write(size.height)
    writer.write(lines.flatMap(\.runs))
    fingerprint = writer.finish()
  }
}

package struct TextLine: Hashable, Sendable {
  /// The baseline's distance from the block's top.
  package var baseline: Double
  package var left: Double
  package var width: Double
  package var runs: [GlyphRun]
  /// What can be told apart on the line, from left to right, spaces included. Spaces that end the line
  /// hang beyond it and aren't among them; extra space between letters belongs to none.
  package var clusters: [TextCluster]

  package init(
    baseline: Double, left: Double, width: Double, runs: [GlyphRun], clusters: [TextCluster] = []
  ) {
    self.baseline = baseline
    self.left = left
    self.width = width
    self.runs = runs
    self.clusters = clusters
  }
}

/// Characters and the glyphs that show them, which can't be told apart any further: a letter with its
/// marks, a ligature.
package struct TextCluster: Hashable, Sendable {
  /// Which UTF-16 units of the block's text it shows.
  package var units: Range<Int>
  package var isRightToLeft: Bool
  /// Where the caret stands to its left and to its right, in the block.
  package var left: Double
  package var right: Double
  /// Where the caret stands between its characters (grapheme clusters), in the order they are read.
  package var innerCarets: [InnerCaret]
  /// The smallest box around its ink, in the block; nil if it shows nothing.
  package var ink: Rect?

  package struct InnerCaret: Hashable, Sendable {
    /// The UTF-16 unit of the block's text at which the character after it begins.
    package var unit: Int
    package var x: Double

    package init(unit: Int, x: Double) {
      self.unit = unit
      self.x = x
    }
  }

  package init(
    units: Range<Int>, isRightToLeft: Bool, left: Double, right: Double,
    innerCarets: [InnerCaret] = [], ink: Rect?
  ) {
    self.units = units
    self.isRightToLeft = isRightToLeft
    self.left = left
    self.right = right
    self.innerCarets = innerCarets
    self.ink = ink
  }
}

/// Glyphs of one font and size, in visual order.
package struct GlyphRun: Hashable, Sendable {
  package var font: FontKey
  /// Pixels to the em.
  package var size: Double
  package var glyphs: [PlacedGlyph]

  package init(font: FontKey, size: Double, glyphs: [PlacedGlyph]) {
    self.font = font
    self.size = size
    self.glyphs = glyphs
  }
}

package struct PlacedGlyph: Hashable, Sendable {
  package var id: UInt32
  /// Where the glyph's origin stands in the block.
  package var origin: Point
  /// The offset, in UTF-16 units of the text, of the cluster it shows.
  package var cluster: Int

  package init(id: UInt32, origin: Point, cluster: Int) {
    self.id = id
    self.origin = origin
    self.cluster = cluster
  }
}

/// A font with nothing left to choose: the digest of its file, the face in it, its axes.
package struct FontKey: Hashable, Sendable {
  package var file: Fingerprint
  package var face: Int
  /// Where each axis of a variable font stands, in the order of their tags; none for a static one.
  package var axes: [FontAxis]

  package init(file: Fingerprint, face: Int, axes: [FontAxis] = []) {
    self.file = file
    self.face = face
    self.axes = axes
  }
}

extension TextBlock: Hashable, Fingerprintable {
  package static func == (left: TextBlock, right: TextBlock) -> Bool {
    left.fingerprint == right.fingerprint
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
  package func write(to writer: inout Fingerprinter) { writer.write(fingerprint) }
}

extension GlyphRun: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(font)
    writer.write(size)
    writer.write(glyphs.count)
    for glyph in glyphs {
      writer.write(UInt64(glyph.id))
      writer.write(glyph.origin)
    }
  }
}

extension FontKey: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(file)
    writer.write(face)
    writer.write(axes.count)
    for axis in axes {
      writer.write(axis.tag)
      writer.write(axis.value)
    }
  }
}

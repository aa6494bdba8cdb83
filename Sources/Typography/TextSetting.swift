import Primitives

/// Puts the glyphs of lines in their places, all of them on the grid for positions.
struct TextSetting {
  private let text: ShapedText
  private let request: TextRequest
  private let size: Double

  init(_ request: TextRequest, text: ShapedText, size: Double) {
    self.request = request
    self.text = text
    self.size = size
  }

  /// Pixels to the font unit.
  private var unit: Double { size / text.metrics.unitsPerEm }

  func block(of lines: [SetLine]) -> TextBlock {
    let width = lines.reduce(0) { max($0, $1.width) } * unit
    let height = request.lineHeight * text.metrics.lineHeight
    let first = text.metrics.baseline(inLineOf: height)
    let placed = lines.enumerated().map { index, line in
      place(line, baseline: (Double(index) * height + first) * unit, within: width)
    }
    let size = Size(
      width: width.snappedToPixelGrid,
      height: (Double(lines.count) * height * unit).snappedToPixelGrid)
    return TextBlock(text: request.text, size: size, lines: placed)
  }

  private func place(_ line: SetLine, baseline: Double, within width: Double) -> TextLine {
    let paragraph = text.paragraphs[line.paragraph]
    let empty = width - line.width * unit
    let left =
      switch request.alignment {
      case .leading: paragraph.paragraph.isRightToLeft ? empty : 0
      case .center: empty / 2
      case .trailing: paragraph.paragraph.isRightToLeft ? 0 : empty
      }
    let clusters = paragraph.visualOrder(of: line.clusters)
    let glyphs = place(clusters, of: paragraph, left: left, baseline: baseline)
    return TextLine(
      baseline: baseline.snappedToPixelGrid, left: left.snappedToPixelGrid,
      width: (line.width * unit).snappedToPixelGrid,
      runs: glyphs.isEmpty ? [] : [GlyphRun(font: text.font.key, size: size, glyphs: glyphs)])
  }

  private func place(
    _ clusters: [ShapedParagraph.Cluster], of paragraph: ShapedParagraph, left: Double, baseline: Double
  ) -> [PlacedGlyph] {
    var glyphs: [PlacedGlyph] = []
    var pen = 0.0  // in font units, from the left end of the line
    for cluster in clusters {
      var inside = pen
      for glyph in cluster.glyphs {
        let origin = Point(
          x: (left + (inside + glyph.offsetX) * unit).snappedToPixelGrid,
          y: (baseline - glyph.offsetY * unit).snappedToPixelGrid)
        let start = paragraph.paragraph.start + glyph.cluster
        glyphs.append(PlacedGlyph(id: glyph.id, origin: origin, cluster: start))
        inside += glyph.advance
      }
      pen += cluster.advance
    }
    return glyphs
  }
}

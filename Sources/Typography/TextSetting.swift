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

  func block(of lines: [SetLine]) throws(FontFailure) -> TextBlock {
    let width = lines.reduce(0) { max($0, $1.width) } * unit
    let height = request.lineHeight * text.metrics.lineHeight
    let first = text.metrics.baseline(inLineOf: height)
    var placed: [TextLine] = []
    for (index, line) in lines.enumerated() {
      placed.append(try place(line, baseline: (Double(index) * height + first) * unit, within: width))
    }
    let size = Size(
      width: width.snappedToPixelGrid,
      height: (Double(lines.count) * height * unit).snappedToPixelGrid)
    return TextBlock(text: request.text, size: size, lines: placed)
  }

  private func place(_ line: SetLine, baseline: Double, within width: Double) throws(FontFailure)
    -> TextLine
  {
    let paragraph = text.paragraphs[line.paragraph]
    let empty = width - line.width * unit
    let left =
      switch request.alignment {
      case .leading: paragraph.paragraph.isRightToLeft ? empty : 0
      case .center: empty / 2
      case .trailing: paragraph.paragraph.isRightToLeft ? 0 : empty
      }
    let clusters = paragraph.visualOrder(of: line.clusters)
    var setting = LineSetting(
      text, paragraph: paragraph.paragraph, size: size, left: left, baseline: baseline)
    for (index, cluster) in clusters.enumerated() {
      try setting.append(cluster, isLast: index == clusters.count - 1)
    }
    let glyphs = setting.glyphs
    return TextLine(
      baseline: baseline.snappedToPixelGrid, left: left.snappedToPixelGrid,
      width: (line.width * unit).snappedToPixelGrid,
      runs: glyphs.isEmpty ? [] : [GlyphRun(font: text.font.key, size: size, glyphs: glyphs)],
      clusters: setting.clusters)
  }
}

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

  func block(of lines: [SetLine]) throws(Problem) -> TextBlock {
    let width = lines.reduce(0) { max($0, $1.width) } * size
    let height = request.lineHeight * text.metrics.lineHeight
    let first = text.metrics.baseline(inLineOf: height)
    var placed: [TextLine] = []
    for (index, line) in lines.enumerated() {
      placed.append(try place(line, baseline: (Double(index) * height + first) * size, within: width))
    }
    let size = Size(
      width: width.snappedToPixelGrid,
      height: (Double(lines.count) * height * size).snappedToPixelGrid)
    return TextBlock(text: request.text, size: size, lines: placed)
  }

  private func place(_ line: SetLine, baseline: Double, within width: Double) throws(Problem)
    -> TextLine
  {
    let paragraph = text.paragraphs[line.paragraph]
    let empty = width - line.width * size
    let left =
      switch request.alignment {
      case .leading: paragraph.paragraph.isRightToLeft ? empty : 0
      case .center: empty / 2
      case .trailing: paragraph.paragraph.isRightToLeft ? 0 : empty
      }
    let clusters = paragraph.visualOrder(of: line.clusters)
    var setting = LineSetting(
      paragraph.paragraph, size: size, left: left, baseline: baseline)
    for (index, cluster) in clusters.enumerated() {
      try setting.append(cluster, isLast: index == clusters.count - 1)
    }
    return TextLine(
      baseline: baseline.snappedToPixelGrid, left: left.snappedToPixelGrid,
      width: (line.width * size).snappedToPixelGrid,
      runs: setting.runs,
      clusters: setting.clusters)
  }
}

import Primitives

/// Puts the clusters of one line in their places, from left to right, all of it on the grid for
/// positions.
struct LineSetting {
  private let paragraph: Paragraph
  /// Pixels to the em.
  private let size: Double
  private let baseline: Double
  private let left: Double
  /// In ems, from the left end of the line.
  private var pen = 0.0
  private(set) var runs: [GlyphRun] = []
  private(set) var clusters: [TextCluster] = []

  init(_ paragraph: Paragraph, size: Double, left: Double, baseline: Double) {
    self.paragraph = paragraph
    self.size = size
    self.left = left
    self.baseline = baseline
  }

  mutating func append(_ cluster: ShapedParagraph.Cluster, isLast: Bool) throws(Problem) {
    var inside = pen
    var ink: Rect?
    for glyph in cluster.glyphs {
      let origin = Point(
        x: x(inside + glyph.offsetX), y: (baseline - glyph.offsetY * size).snappedToPixelGrid)
      append(
        PlacedGlyph(id: glyph.id, origin: origin, cluster: paragraph.start + glyph.cluster),
        of: cluster.font.key)
      if let box = try self.ink(of: glyph, in: cluster.font, at: origin) { ink = ink?.union(box) ?? box }
      inside += glyph.advance
    }
    // Letters drawn apart leave a gap between carets; letters drawn together share one.
    let end = isLast ? inside : min(inside, pen + cluster.advance)
    let start = paragraph.start
    clusters.append(
      TextCluster(
        units: start + cluster.units.lowerBound..<start + cluster.units.upperBound,
        isRightToLeft: cluster.isRightToLeft, left: x(pen), right: x(end),
        innerCarets: innerCarets(of: cluster, until: end), ink: ink?.snappedOutward))
    pen += cluster.advance
  }

  private mutating func append(_ glyph: PlacedGlyph, of font: FontKey) {
    if runs.last?.font == font {
      runs[runs.count - 1].glyphs.append(glyph)
    } else {
      runs.append(GlyphRun(font: font, size: size, glyphs: [glyph]))
    }
  }

  private func ink(
    of glyph: ShapedGlyph, in font: LoadedFont, at origin: Point
  ) throws(Problem) -> Rect? {
    do {
      return try font.ink(of: glyph.id).map { box in
        Rect(
          x: origin.x + box.x * size, y: origin.y + box.y * size, width: box.width * size,
          height: box.height * size)
      }
    } catch {
      throw font.problem(error)
    }
  }

  private func x(_ place: Double) -> Double { (left + place * size).snappedToPixelGrid }

  /// Where the font says, if it is one ligature of as many letters, and otherwise evenly.
  private func innerCarets(
    of cluster: ShapedParagraph.Cluster, until end: Double
  ) -> [TextCluster.InnerCaret] {
    guard cluster.units.count > 1 else { return [] }
    let units = paragraph.characters(of: cluster.units).map { paragraph.start + $0.lowerBound }
    guard units.count > 1 else { return [] }
    let places =
      ligatureCarets(of: cluster, count: units.count - 1)
      ?? units.indices.dropFirst().map { pen + (end - pen) * Double($0) / Double(units.count) }
    let inOrder = cluster.isRightToLeft ? places.reversed() : places
    return zip(units.dropFirst(), inOrder).map { TextCluster.InnerCaret(unit: $0, x: x($1)) }
  }

  private func ligatureCarets(of cluster: ShapedParagraph.Cluster, count: Int) -> [Double]? {
    let wide = cluster.glyphs.filter { $0.advance != 0 }
    guard wide.count == 1, let glyph = wide.first else { return nil }
    let carets = cluster.font.shaping.carets(inLigature: glyph.id, isRightToLeft: cluster.isRightToLeft)
    let places = carets.map { pen + glyph.offsetX + $0 }
    let isInside = places.allSatisfy { pen < $0 && $0 < pen + glyph.advance }
    return carets.count == count && isInside ? places : nil
  }
}

internal import CEngine
import Primitives

/// A paragraph after shaping: what it can be cut into, with widths in ems.
///
/// It is shaped once and whole; lines of any width and size are cut from it.
struct ShapedParagraph {
  let paragraph: Paragraph
  /// In the order of the text.
  let clusters: [Cluster]

  /// Glyphs and the characters they show, which can't be told apart any further.
  struct Cluster {
    let units: Range<Int>
    let level: UInt8
    let isSpace: Bool
    let font: LoadedFont
    /// With the letter spacing after it.
    let advance: Double
    let letterSpacing: Double
    /// From left to right.
    let glyphs: ArraySlice<ShapedGlyph>

    var isRightToLeft: Bool { level & 1 == 1 }
  }

  /// Shapes each run with its font.
  init(
    _ paragraph: Paragraph, runs: [TextRun], fonts: FontChain, style: ShapingStyle
  ) throws(Problem) {
    self.paragraph = paragraph
    var clusters: [Cluster] = []
    for run in runs {
      let font = try fonts.font(run.font)
      let glyphs = font.shaping.shape(run, of: paragraph.units, style: style)
      let spacing = run.isCursive ? 0 : style.letterSpacing
      // The first character may show nothing and have no glyph; it goes with the next.
      var start = run.units.lowerBound
      let groups = Self.groups(of: glyphs, isRightToLeft: run.isRightToLeft)
      for (index, group) in groups.enumerated() {
        let next = index + 1 < groups.count ? groups[index + 1].first?.cluster : nil
        let end = max(start, next ?? run.units.upperBound)
        // A few characters that show nothing are left to the font, which may have no glyph for them.
        let glyphs = paragraph.isInvisible(start..<end) ? group.filter { $0.id != 0 }[...] : group
        let width = glyphs.reduce(0) { $0 + $1.advance }
        clusters.append(
          Cluster(
            units: start..<end, level: run.level, isSpace: paragraph.isSpace(at: group.first?.cluster),
            font: font, advance: width == 0 ? 0 : width + spacing, letterSpacing: width == 0 ? 0 : spacing,
            glyphs: glyphs))
        start = end
      }
    }
    self.clusters = clusters
  }

  /// What came out as glyph 0, the box for what a font doesn't have: in units, in the order of the text.
  var unshown: [Range<Int>] {
    clusters.filter { $0.glyphs.contains { $0.id == 0 } }.map(\.units)
  }

  /// The clusters at which a line may begin or end, ascending, the end of the paragraph included.
  func cuts(at division: libretto_division, language: String) -> [Int] {
    let places = paragraph.places(division, language: language)
    var cuts: [Int] = []
    var next = 0
    for (index, cluster) in clusters.enumerated().dropFirst() {
      while next < places.count, places[next] < cluster.units.lowerBound { next += 1 }
      if next < places.count, places[next] == cluster.units.lowerBound { cuts.append(index) }
    }
    return cuts + [clusters.count]
  }

  /// The clusters of a line as they stand from left to right.
  func visualOrder(of line: Range<Int>) -> [Cluster] {
    guard !line.isEmpty else { return [] }
    var order = [Int32](repeating: 0, count: line.count)
    libretto_bidi_order(clusters[line].map(\.level), Int32(line.count), &order)
    return order.map { clusters[line.lowerBound + Int($0)] }
  }

  /// Glyphs that show the same characters, in the order of the text.
  private static func groups(
    of glyphs: [ShapedGlyph], isRightToLeft: Bool
  ) -> [ArraySlice<ShapedGlyph>] {
    var groups: [ArraySlice<ShapedGlyph>] = []
    var start = 0
    for end in 1..<(glyphs.count + 1) {
      if end < glyphs.count, glyphs[end].cluster == glyphs[start].cluster { continue }
      groups.append(glyphs[start..<end])
      start = end
    }
    return isRightToLeft ? groups.reversed() : groups
  }
}

extension Paragraph {
  fileprivate func isInvisible(_ range: Range<Int>) -> Bool {
    scalars(of: range).allSatisfy(\.properties.isDefaultIgnorableCodePoint)
  }

  /// Whether a character is a space at which lines end, so that it doesn't count at the end of one.
  fileprivate func isSpace(at index: Int?) -> Bool {
    guard let index, units.indices.contains(index) else { return false }
    switch units[index] {
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: return true
    default: return false
    }
  }
}

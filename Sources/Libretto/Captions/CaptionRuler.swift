import Primitives
import Timeline

/// How wide words are as a style sets them, and how wide their rows may be.
struct CaptionRuler {
  let lowering: Lowering
  let screen: Size
  let under: CaptionExtras
  let site: Site

  /// Words of a line as they would stand in one row, and the room for it.
  func rows(
    of words: [CaptionWord], in line: CaptionLine, _ style: any CaptionStyle, _ paging: CaptionPaging
  )
    -> CaptionRows
  {
    let type = under.type(style.type, of: line)
    let stretch = style.stretch.isFinite ? max(1, style.stretch) : 1
    return CaptionRows(
      words: words, extents: extents(of: words, in: type),
      width: (type.maxWidth ?? under.width).width(in: screen) / stretch, characters: paging.characters)
  }

  /// From where to where each word reaches, from the left.
  private func extents(of words: [CaptionWord], in type: TextStyle) -> [ClosedRange<Double>] {
    var text = TextPayload(runs: words.inOneRow.runs)
    text.style = type
    (text.style.maxWidth, text.style.maxHeight, text.style.maxLines) = (nil, nil, nil)
    let block = lowering.block(of: text, in: screen, at: site)
    let clusters = (block?.lines.flatMap(\.clusters) ?? [])
      .sorted { $0.units.lowerBound < $1.units.lowerBound }
    var next = 0
    var pen = 0.0
    return SetScript(text).wordUnits.map { units in
      while next < clusters.count, clusters[next].units.upperBound <= units.lowerBound { next += 1 }
      var reach: ClosedRange<Double>?
      while next < clusters.count, clusters[next].units.lowerBound < units.upperBound {
        let cluster = clusters[next]
        next += 1
        guard cluster.ink != nil else { continue }
        let (left, right) = (min(cluster.left, cluster.right), max(cluster.left, cluster.right))
        reach = reach.map { min($0.lowerBound, left)...max($0.upperBound, right) } ?? left...right
      }
      // What shows nothing takes no room.
      pen = reach?.upperBound ?? pen
      return reach ?? pen...pen
    }
  }
}

extension [CaptionWord] {
  /// The same without ends of rows.
  var inOneRow: [CaptionWord] {
    map { word in
      var word = word
      if word.endsRow { (word.endsRow, word.endsWithSpace) = (false, true) }
      return word
    }
  }
}

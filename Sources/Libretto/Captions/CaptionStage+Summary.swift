extension CaptionStage {
  /// Writes down how many pages there are, of what, for who looks at the film's timeline.
  func note(_ tracks: [Track], of lines: [CaptionLine]) {
    let sung = tracks.filter { !$0.isRead }.map(\.pages)
    var styles: [String] = []
    for (style, _) in sung.flatMap(chapters) {
      let name = CaptionStage.name(of: style)
      if !styles.contains(name) { styles.append(name) }
    }
    lowering.authoring.note(
      CaptionSummary(
        site: site, sheet: payload.sheet.name, pages: sung.reduce(0) { $0 + $1.count }, lines: lines.count,
        words: lines.reduce(0) { $0 + $1.words.count }, styles: styles))
  }

  /// As it is said: `karaoke` for a `KaraokeCaptions`, and what an author calls one of their own.
  private static func name(of style: any CaptionStyle) -> String {
    let type = "\(Swift.type(of: style))"
    guard type.hasSuffix("Captions") else { return type }
    return type.prefix(1).lowercased() + type.dropFirst().dropLast("Captions".count)
  }
}

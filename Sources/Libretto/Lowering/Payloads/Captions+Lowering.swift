import Lyrics
import Primitives
import Timeline

extension CaptionsPayload: Payload {
  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    naturalEnd(clock: clock)
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool { true }

  /// Captions are a group of their pages.
  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer {
    // Pages stand where the captions were put; the group of them is as large as their parent.
    var group = layer
    let spot = layer.look.spot
    if spot != nil { (group.look.position, group.look.anchor, group.look.spot) = (nil, .center, nil) }
    let layers = layers(on: parent, spot, lowering: lowering, at: layer.site)
    group.payload = Arrangement(layers.map { $0.adopted(by: layer.site) })
    return group
  }
}

extension CaptionsPayload {
  /// All pages as layers, on a screen of a size.
  func layers(on screen: Size, _ spot: Spot?, lowering: Lowering, at site: Site) -> Layers {
    let lines = CaptionReader.lines(of: sheet)
    guard !lines.isEmpty else {
      if let model = sheet.model { report(untimed: !model.lines.isEmpty, at: site, lowering) }
      return []
    }
    let area = safeArea.area
    guard area.width > 0.01, area.height > 0.01, area.x.isFinite, area.y.isFinite else {
      lowering.authoring.log.report(
        .error(
          "the edges leave no room for captions", at: site,
          hints: "they are shares of the screen: .edges(0.08)"))
      return []
    }
    warn(about: lines, at: site, lowering)
    let clock = lowering.clock
    let pager = CaptionPager(
      paging: paging, gap: clock.songTime(during: paging.gap, at: site),
      lead: clock.songTime(during: lead, at: site),
      hold: clock.songTime(during: hold, at: site), under: under, site: site,
      time: { clock.songTime(during: $0, at: site) })
    let (pages, leftOut) = pager.pages(of: lines)
    if leftOut > 0 {
      lowering.authoring.log.report(
        .warning(
          "\(leftOut) lines of \(sheet.name) are left out: it says that more than \(CaptionPager.most) are sung at the same time",
          at: site, hints: "give each line the time at which it is sung"))
    }
    let chapters = chapters(of: pages)
    note(chapters, at: site, lowering)
    let captions = chapters.flatMap { style, pages in
      style.film(script(pages, style, spot, on: screen, lowering: lowering, at: site))
    }
    return captions + gapLayers(between: pages, spot, on: screen, lowering: lowering, at: site)
  }

  /// When the last page goes; nil if there is none.
  func naturalEnd(clock: FilmClock) -> Time? {
    guard let last = CaptionReader.lines(of: sheet).map(\.finish).max() else { return nil }
    let stage = Turn(begin: .zero, end: .zero)
    return clock.time(Moment(origin: .song(last)) + hold, within: stage, at: sheet.site)
  }

  func script(
    _ pages: [CaptionPage], _ style: any CaptionStyle, _ spot: Spot?, on screen: Size, lowering: Lowering,
    at site: Site
  ) -> CaptionScript {
    let area = safeArea.area
    return CaptionScript(
      pages: pages, width: screen.width, height: screen.height, spot: spot ?? style.spot,
      safeArea: Rect(
        x: area.x * screen.width, y: area.y * screen.height, width: area.width * screen.width,
        height: area.height * screen.height),
      under: under, measure: { lowering.size(of: $0, in: screen) },
      time: { lowering.clock.songTime(during: $0, at: site) })
  }

  /// What stands under lines, and the room for all of it.
  private var under: CaptionExtras {
    var under = extras
    under.space = Size(width: min(0.84, safeArea.area.width), height: min(1, safeArea.area.height))
    return under
  }

  private func note(_ chapters: [(any CaptionStyle, [CaptionPage])], at site: Site, _ lowering: Lowering) {
    let pages = chapters.flatMap(\.1)
    var styles: [String] = []
    for name in chapters.map({ CaptionsPayload.name(of: $0.0) }) where !styles.contains(name) {
      styles.append(name)
    }
    lowering.authoring.note(
      CaptionSummary(
        site: site, sheet: sheet.name, pages: pages.count, lines: pages.map(\.lines.count).reduce(0, +),
        words: pages.flatMap(\.lines).map(\.words.count).reduce(0, +), styles: styles))
  }

  /// As it is said: `karaoke` for a `KaraokeCaptions`, and what an author calls one of their own.
  private static func name(of style: any CaptionStyle) -> String {
    let type = "\(Swift.type(of: style))"
    guard type.hasSuffix("Captions") else { return type }
    return type.prefix(1).lowercased() + type.dropFirst().dropLast("Captions".count)
  }

  /// Pages that follow each other in one style.
  private func chapters(of pages: [CaptionPage]) -> [(any CaptionStyle, [CaptionPage])] {
    var chapters: [(any CaptionStyle, [CaptionPage])] = []
    var section: String?
    for page in pages {
      let isSpecial = sectionStyles.contains { $0.label.lowercased() == page.section.lowercased() }
      let key = isSpecial ? page.section.lowercased() : ""
      if key == section {
        chapters[chapters.count - 1].1.append(page)
      } else {
        chapters.append((style(for: page.section), [page]))
        section = key
      }
    }
    return chapters
  }

  /// What was asked for and isn't in the sheet.
  private func warn(about lines: [CaptionLine], at site: Site, _ lowering: Lowering) {
    let log = lowering.authoring.log
    var known: [String] = []
    for line in lines where !line.section.isEmpty && !known.contains(line.section) {
      known.append(line.section)
    }
    for (label, _) in sectionStyles where !known.contains(where: { $0.lowercased() == label.lowercased() })
    {
      log.report(
        Diagnostic(
          .warning,
          Problem(
            .badInput, "\(sheet.name) has no lines in a section \"\(label)\", so its style is never seen",
            hints: Suggestion.hints(for: label, among: known, quoted: true)
              + [
                known.isEmpty ? "it names no sections" : "its sections are \(known.joined(separator: ", "))"
              ]),
          at: site))
    }
    if extras.showsTranslation, lines.allSatisfy({ $0.translation == nil }) {
      log.report(.warning("\(sheet.name) has no translation to show", at: site))
    }
    if extras.showsRomanization, lines.allSatisfy({ $0.romanization == nil }) {
      log.report(.warning("\(sheet.name) has no romanization to show", at: site))
    }
  }

  private func report(untimed: Bool, at site: Site, _ lowering: Lowering) {
    lowering.authoring.log.report(
      untimed
        ? .error(
          "nothing says when the lines of \(sheet.name) are sung", at: site,
          hints: "write a time before each: [01:23.45]",
          "or give it the words somebody heard: LyricSheet(\"\(sheet.name)\").timed(by: \"whisper.json\")")
        : .warning("\(sheet.name) has no words to show", at: site))
  }
}

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
    let lines = lines(reporting: lowering.authoring.log)
    guard !lines.isEmpty else {
      if let model = sheet.model { report(untimed: !model.lines.isEmpty, at: site, lowering) }
      return []
    }
    let area = safeArea(on: screen, lowering.canvas)
    guard area.area.width > 0.01, area.area.height > 0.01, area.area.x.isFinite, area.area.y.isFinite else {
      lowering.authoring.log.report(
        .error(
          "the edges leave no room for captions", at: site,
          hints: "they are shares of the screen: .edges(0.08)"))
      return []
    }
    warn(about: lines, at: site, lowering)
    let stage = CaptionStage(
      payload: self, room: CaptionRoom(area, on: screen), spot: spot, screen: screen, lowering: lowering,
      site: site)
    let (tracks, leftOut) = stage.tracks(of: lines)
    if leftOut > 0 {
      lowering.authoring.log.report(
        .warning(
          "\(leftOut) lines of \(sheet.name) are left out: it says that more than \(CaptionPager.most) are sung at the same time",
          at: site, hints: "give each line the time at which it is sung"))
    }
    stage.note(tracks, of: lines)
    return tracks.flatMap(stage.layers) + stage.gapLayers(between: tracks.flatMap(\.pages))
  }

  /// When the last page goes; nil if there is none.
  func naturalEnd(clock: FilmClock) -> Time? {
    guard let last = CaptionReader.lines(of: sheet).map(\.finish).max() else { return nil }
    let stage = Turn(begin: .zero, end: .zero)
    return clock.time(Moment(origin: .song(last)) + hold, within: stage, at: sheet.site)
  }

  /// The sheet's lines with all that was asked of them.
  private func lines(reporting log: DiagnosticLog) -> [CaptionLine] {
    var lines = CaptionReader.lines(of: sheet)
    if let translation { lines.translate(by: translation, reporting: log) }
    return lines.emphasized(extras.emphasis)
  }

  /// What phone apps leave free where the film is tall and captions have all of it.
  private func safeArea(on screen: Size, _ canvas: Canvas) -> SafeArea {
    safeArea ?? (canvas.isTall && screen == Size(canvas.size) ? .vertical : .edges(0.05))
  }

  /// What was asked for and isn't in the sheet.
  private func warn(about lines: [CaptionLine], at site: Site, _ lowering: Lowering) {
    let log = lowering.authoring.log
    let known = lines.names { [$0.section] }
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
    for (name, _) in extras.voices where !lines.contains(where: { $0.isSung(by: name) }) {
      let known = lines.names { [$0.voice, $0.singer] }
      log.report(
        Diagnostic(
          .warning,
          Problem(
            .badInput, "nobody called \"\(name)\" sings in \(sheet.name), so that look is never seen",
            hints: Suggestion.hints(for: name, among: known, quoted: true)
              + [known.isEmpty ? "it names no voices" : "its voices are \(known.joined(separator: ", "))"]),
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

extension [CaptionLine] {
  /// What lines are called in some way, each name once.
  fileprivate func names(_ each: (CaptionLine) -> [String]) -> [String] {
    var names: [String] = []
    for name in flatMap(each) where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }
}

import Primitives

/// What captions stand on: a screen of a size, the room on it, and the film's clock.
struct CaptionStage {
  let payload: CaptionsPayload
  let room: CaptionRoom
  /// Where captions were asked to stand.
  let spot: Spot?
  let screen: Size
  let lowering: Lowering
  let site: Site

  /// Pages that stand in one place.
  struct Track {
    var pages: [CaptionPage]
    /// Where, if not with the others.
    var spot: Spot?
    var under: CaptionExtras
    /// Whether it is there to be read besides what is sung.
    var isRead = false
  }

  /// What is sung in one place, what is sung in others, and what is read in places of its own; and how many
  /// lines found no place.
  func tracks(of lines: [CaptionLine]) -> (tracks: [Track], leftOut: Int) {
    var extras = payload.extras
    if extras.translation.spot != nil { extras.showsTranslation = false }
    if extras.romanization.spot != nil { extras.showsRomanization = false }
    var leftOut = 0
    let sung = parts(of: lines).map { part -> Track in
      let under = room(for: part.spot, extras)
      let (pages, rest) = pager(under).pages(of: part.lines)
      leftOut += rest
      return Track(pages: pages, spot: part.spot, under: under)
    }
    let read = readApart.map { spot, extras -> Track in
      let under = room(for: spot, extras)
      let pages = sung.flatMap(\.pages).map { $0.showing(under) }
      return Track(pages: pages, spot: spot, under: under, isRead: true)
    }
    return (sung + read, leftOut)
  }

  /// What of the lines is sung in places of its own.
  private func parts(of lines: [CaptionLine]) -> [(spot: Spot?, lines: [CaptionLine])] {
    var parts: [(spot: Spot?, lines: [CaptionLine])] = []
    func put(_ line: CaptionLine, at spot: Spot?) {
      guard !(line.words.isEmpty && line.background.isEmpty) else { return }
      let known = parts.firstIndex { $0.spot == spot }
      if known == nil { parts.append((spot, [])) }
      parts[known ?? parts.count - 1].lines.append(line)
    }
    for line in lines {
      var (line, behind) = (line, line)
      let spot = payload.extras.background.spot
      if spot != nil { line.background = [] }
      put(line, at: payload.extras.voice(of: line)?.spot)
      guard let spot, payload.extras.showsBackground else { continue }
      (behind.words, behind.background, behind.isBehind) = (behind.background, [], true)
      (behind.translation, behind.romanization) = (nil, nil)
      put(behind, at: spot)
    }
    return parts
  }

  /// What is read in a place of its own, and nothing else there.
  private var readApart: [(spot: Spot, extras: CaptionExtras)] {
    let extras = payload.extras
    var (translation, romanization) = (extras, extras)
    (translation.showsWords, translation.showsRomanization) = (false, false)
    (romanization.showsWords, romanization.showsTranslation) = (false, false)
    return [
      extras.showsTranslation ? (extras.translation.spot, translation) : (nil, translation),
      extras.showsRomanization ? (extras.romanization.spot, romanization) : (nil, romanization),
    ].compactMap { spot, extras in spot.map { ($0, extras) } }
  }

  /// What stands under lines, and the room for all of it.
  private func room(for place: Spot?, _ extras: CaptionExtras) -> CaptionExtras {
    var extras = extras
    let width = room.width(at: place ?? spot ?? payload.style.spot)
    extras.space = Size(
      width: min(0.84, width / max(1, screen.width)),
      height: min(1, room.area.height / max(1, screen.height)))
    return extras
  }

  private func pager(_ under: CaptionExtras) -> CaptionPager {
    let (clock, site) = (lowering.clock, site)
    return CaptionPager(
      paging: payload.paging, gap: clock.songTime(during: payload.paging.gap, at: site),
      lead: clock.songTime(during: payload.lead, at: site),
      hold: clock.songTime(during: payload.hold, at: site),
      ruler: CaptionRuler(lowering: lowering, screen: screen, under: under, site: site),
      style: payload.style(for:), change: payload.change,
      time: { clock.songTime(during: $0, at: site) })
  }
}

extension CaptionStage {
  /// The pages of a track, in the styles of their sections.
  func layers(of track: Track) -> Layers {
    chapters(of: track.pages).flatMap { style, pages in
      guard track.isRead else { return style.film(script(pages, style, track.spot, track.under)) }
      let plain = LineCaptions().typeset(as: style.type)
      return plain.film(script(pages, plain, track.spot, track.under))
    }
  }

  func script(
    _ pages: [CaptionPage], _ style: any CaptionStyle, _ place: Spot?, _ under: CaptionExtras
  ) -> CaptionScript {
    let (lowering, screen, site) = (lowering, screen, site)
    return CaptionScript(
      pages: pages, width: screen.width, height: screen.height, spot: place ?? spot ?? style.spot,
      room: room,
      under: under, measure: { lowering.size(of: $0, in: screen) },
      time: { lowering.clock.songTime(during: $0, at: site) })
  }

  /// Pages that follow each other in one style.
  func chapters(of pages: [CaptionPage]) -> [(any CaptionStyle, [CaptionPage])] {
    var chapters: [(any CaptionStyle, [CaptionPage])] = []
    var section: String?
    for page in pages {
      let isSpecial = payload.sectionStyles.contains {
        $0.label.lowercased() == page.section.lowercased()
      }
      let key = isSpecial ? page.section.lowercased() : ""
      if key == section {
        chapters[chapters.count - 1].1.append(page)
      } else {
        chapters.append((payload.style(for: page.section), [page]))
        section = key
      }
    }
    return chapters
  }
}

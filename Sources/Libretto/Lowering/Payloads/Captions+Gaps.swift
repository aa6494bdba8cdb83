import Primitives

extension CaptionsPayload {
  /// Dots that light up one by one in the gaps that are long enough, the first one before the song.
  func gapLayers(
    between pages: [CaptionPage], _ spot: Spot?, on screen: Size, lowering: Lowering, at site: Site
  ) -> Layers {
    guard gaps.dots > 0 else { return [] }
    let least = lowering.clock.songTime(during: gaps.least, at: site)
    let script = self.script(pages, style, spot, on: screen, lowering: lowering, at: site)
    let ends = [SongTime.zero] + pages.map { $0.shown.upperBound }
    return zip(ends, pages).flatMap { end, page -> Layers in
      let gap = page.shown.lowerBound - end
      guard gap >= least, gap > .zero else { return [] }
      return script.placed { dots(during: end..<page.shown.lowerBound, screen, script) }
    }
  }

  private func dots(
    during gap: Range<SongTime>, _ screen: Size, _ script: CaptionScript
  ) -> Layers {
    let size = min(screen.width, screen.height) * 0.022
    let length = gap.upperBound - gap.lowerBound
    let count = min(gaps.dots, 12)
    var row = Row(spacing: .pixels(size), file: sheet.site.file, line: sheet.site.line) {
      for dot in 0..<count {
        let lit = length * (Double(dot) / Double(count))
        Ellipse().frame(width: size, height: size)
          .opacity(
            .ramp(from: 0.25, to: 1, over: length * (1 / Double(count)), at: .after(lit)))
      }
    }
    .layer
    row.timing.start = Moment(origin: .song(gap.lowerBound))
    row.timing.until = Moment(origin: .song(gap.upperBound))
    let third = script.time(Length(time: Time(ticks: Time.ticksPerSecond / 3)))
    let fade = StageDirections.Entry(
      transition: .fade, length: min(length * 0.2, third).length)
    (row.entering, row.exiting) = (fade, fade)
    return [row]
  }
}

import Primitives

extension CaptionStage {
  /// Dots that light up one by one in the gaps that are long enough, the first one before the song.
  func gapLayers(between pages: [CaptionPage]) -> Layers {
    let gaps = payload.gaps
    guard gaps.dots > 0 else { return [] }
    let least = lowering.clock.songTime(during: gaps.least, at: site)
    let script = script([], payload.style, nil, payload.extras)
    var end = SongTime.zero
    return pages.map(\.shown).sorted { $0.lowerBound < $1.lowerBound }.flatMap { shown -> Layers in
      let (gap, start) = (shown.lowerBound - end, end)
      end = max(end, shown.upperBound)
      guard gap >= least, gap > .zero else { return [] }
      return script.placed { dots(during: start..<shown.lowerBound, script) }
    }
  }

  private func dots(during gap: Range<SongTime>, _ script: CaptionScript) -> Layers {
    let size = min(screen.width, screen.height) * 0.022
    let length = gap.upperBound - gap.lowerBound
    let count = min(payload.gaps.dots, 12)
    let site = payload.sheet.site
    var row = Row(spacing: .pixels(size), file: site.file, line: site.line) {
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

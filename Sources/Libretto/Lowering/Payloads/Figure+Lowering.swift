import Primitives
import Timeline

extension FigureRequest {
  /// Nil, and reported, if the song can't be heard or the style can't be drawn.
  func figure(on stage: Stage, by lowering: Lowering) -> SoundFigure? {
    func time(_ length: Length) -> Time { song.time(length, at: stage.site).time }
    if let problem = style.problem(time) {
      lowering.authoring.log.report(Diagnostic(.error, problem, at: stage.site))
      return nil
    }
    guard let trace = trace(at: stage.site) else { return nil }
    var clock = lowering.clock.songClock(from: stage.firstFrame, of: song.assetPath)
    clock.start = clock.start - lowering.clock.time(delay, at: stage.site) * clock.speed
    return SoundFigure(style.form.resolved(time), trace: trace, clock: clock)
  }

  private func trace(at site: Site) -> SoundTrace? {
    func spectrum(_ bands: Int, falling: Time) -> SoundTrace? {
      song.trace(of: SoundSpectrum(bands: bands, of: hertz, falling: falling), at: site)
    }
    let falling = song.time(falling, at: site).time
    switch style.form {
    case .bars(let layout, _): return spectrum(layout.count, falling: falling)
    case .radial(let layout, _): return spectrum((layout.count + 1) / 2, falling: falling)
    case .spectrogram(_, let bands, _): return spectrum(bands, falling: .zero)
    case .waveform, .wholeWaveform: return song.trace(.peaks, at: site)
    case .oscilloscope: return song.trace(.samples, at: site)
    // Moments were heard when the author asked for them.
    case .particles: return SoundTrace(rate: 1, width: 1, values: [])
    }
  }
}

extension VisualizerStyle.Form {
  /// With its lengths as times of the song.
  fileprivate func resolved(_ time: (Length) -> Time) -> SoundFigure.Form {
    switch self {
    case .bars(let layout, let isMirrored): .bars(layout, isMirrored: isMirrored)
    case .radial(let layout, let innerRadius): .radial(layout, innerRadius: innerRadius)
    case .waveform(let length): .waveform(over: time(length))
    case .wholeWaveform(let layout, let rest): .wholeWaveform(layout, rest: rest)
    case .oscilloscope(let length, let line): .oscilloscope(over: time(length), line: line)
    case .spectrogram(let length, _, let colors): .spectrogram(over: time(length), colors: colors)
    case .particles(let burst, let life, let moments):
      .particles(burst.living(time(life)), at: moments.times.map { $0.time + time(moments.shift) })
    }
  }
}

extension VisualizerStyle {
  /// Why it can't be drawn.
  fileprivate func problem(_ time: (Length) -> Time) -> Problem? {
    func checked(_ said: Length, _ range: ClosedRange<Time>, _ hint: String) -> Problem? {
      let length = time(said)
      guard length < range.lowerBound || length > range.upperBound else { return nil }
      return Problem(.badInput, "a visualizer can't show \(length) s of a song", hints: hint)
    }
    switch form {
    case .bars(let layout, _), .radial(let layout, _): return layout.problem(atMost: 256)
    case .wholeWaveform(let layout, _): return layout.problem(atMost: 1000)
    case .waveform(let length): return checked(length, 0.1...600, ".waveform(over: 4) shows 0.1 to 600 s")
    case .oscilloscope(let length, _):
      return checked(length, 0.002...1, ".oscilloscope(over: 0.03) shows 0.002 to 1 s")
    case .spectrogram(let length, let bands, let colors):
      guard !colors.isEmpty, (1...128).contains(bands) else {
        return Problem(
          .badInput, "a spectrogram can't have \(bands) bands in \(colors.count) colors",
          hints: "1 to 128 bands and at least one color")
      }
      return checked(length, 0.1...600, ".spectrogram(over: 4) shows 0.1 to 600 s")
    case .particles(let burst, let life, _):
      let life = time(life)
      guard (1...500).contains(burst.count), life > .zero, life <= Time.seconds(60),
        burst.size > 0, burst.size.isFinite, burst.reach.isFinite
      else {
        return Problem(
          .badInput, "such particles can't be drawn",
          hints: "1 to 500 at a time, that live for more than 0 and at most 60 s, of a size above 0")
      }
      return nil
    }
  }
}

extension BarLayout {
  fileprivate func problem(atMost limit: Int) -> Problem? {
    guard !(1...limit).contains(count) else { return nil }
    return Problem(.badInput, "a visualizer can't have \(count) bars", hints: "1 to \(limit) can be had")
  }
}

extension ParticleBurst {
  fileprivate func living(_ life: Time) -> ParticleBurst {
    var copy = self
    copy.life = life
    return copy
  }
}

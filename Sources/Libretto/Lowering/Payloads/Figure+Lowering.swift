import Primitives
import Timeline

extension FigureRequest {
  /// Nil, and reported, if the song can't be heard or the style can't be drawn.
  func figure(on stage: Stage, by lowering: Lowering) -> SoundFigure? {
    func time(_ length: Length) -> Time {
      song?.time(length, at: stage.site).time ?? lowering.clock.time(length, at: stage.site)
    }
    if let problem = style.problem(time) ?? soundless {
      lowering.authoring.log.report(Diagnostic(.error, problem, at: stage.site))
      return nil
    }
    guard let trace = trace(at: stage.site) else { return nil }
    var clock = SongClock(start: .zero)
    if let song { clock = lowering.clock.songClock(from: stage.firstFrame, of: song.assetPath) }
    clock.start = clock.start - lowering.clock.time(delay, at: stage.site) * clock.speed
    func times(_ moments: SongMoments) -> [Time] {
      guard song == nil else { return moments.times.map { $0.time + time(moments.shift) } }
      return moments.compactMap { lowering.localTime($0, on: stage) }
    }
    let flight = ParticleLowering(lowering: lowering, site: stage.site, time: time, times: times)
    return style.form.resolved(time, flight).map { SoundFigure($0, trace: trace, clock: clock) }
  }

  /// What needs a song to be seen.
  private var soundless: Problem? {
    if song != nil { return nil }
    if case .particles = style.form { return nil }
    return Problem(
      .badInput, "a visualizer without a song has nothing to show",
      hints: "Visualizer(song), or Visualizer().style(.stream())")
  }

  private func trace(at site: Site) -> SoundTrace? {
    // Moments were heard when the author asked for them.
    let none = SoundTrace(rate: 1, width: 1, values: [])
    guard let song else { return none }
    func time(_ length: Length) -> Time { song.time(length, at: site).time }
    func spectrum(_ bands: Int, isLive: Bool = true) -> SoundTrace? {
      var spectrum = SoundSpectrum(bands: bands, of: hertz, falling: .zero)
      if isLive {
        (spectrum.rising, spectrum.falling, spectrum.levelling) = (time(rising), time(falling), levelling)
      }
      return song.trace(of: spectrum, at: site)
    }
    switch style.form {
    case .bars(let layout, _): return spectrum(layout.count)
    case .radial(let layout, _): return spectrum((layout.count + 1) / 2)
    case .spectrogram(_, let bands, _): return spectrum(bands, isLive: false)
    case .waveform, .wholeWaveform: return song.trace(.peaks, at: site)
    case .oscilloscope: return song.trace(.samples, at: site)
    case .particles: return none
    }
  }
}

extension VisualizerStyle.Form {
  /// With its lengths as times of the song; nil, and reported, where a file can't be had.
  fileprivate func resolved(_ time: (Length) -> Time, _ flight: ParticleLowering) -> SoundFigure.Form? {
    switch self {
    case .bars(let layout, let isMirrored): .bars(layout, isMirrored: isMirrored)
    case .radial(let layout, let innerRadius): .radial(layout, innerRadius: innerRadius)
    case .waveform(let length): .waveform(over: time(length))
    case .wholeWaveform(let layout, let rest): .wholeWaveform(layout, rest: rest)
    case .oscilloscope(let length, let line): .oscilloscope(over: time(length), line: line)
    case .spectrogram(let length, _, let colors): .spectrogram(over: time(length), colors: colors)
    case .particles(let asked): flight.form(of: asked)
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
    case .particles(let asked): return asked.problem(time)
    }
  }
}

extension BarLayout {
  fileprivate func problem(atMost limit: Int) -> Problem? {
    guard !(1...limit).contains(count) else { return nil }
    return Problem(.badInput, "a visualizer can't have \(count) bars", hints: "1 to \(limit) can be had")
  }
}

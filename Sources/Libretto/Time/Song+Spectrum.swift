import Primitives

extension Song {
  /// How loud so many ranges of frequencies are, from low to high, all equally wide in tones.
  ///
  /// Each goes from 0 to 1 over the song, if it is levelled, so that high frequencies move as much as low ones, which
  /// are louder in music; not levelled it is 1 where the song is nearly loudest and 0 where it is 48 dB softer. They
  /// rise and fall within a time.
  ///
  /// - Parameter levelled: how far each band is brought to what all are, 0 to 1.
  public func spectrum(
    bands count: Int = 32, of hertz: Reach = Reach(Song.usualFrequencies),
    rising: some LengthForm = 0.02, falling: some LengthForm = 0.22, levelled: Double = 1,
    file: String = #filePath, line: Int = #line
  ) -> [SongCurve] {
    let site = Site(file: file, line: line)
    var spectrum = SoundSpectrum(bands: count, of: hertz, falling: time(falling.length, at: site).time)
    (spectrum.rising, spectrum.levelling) = (time(rising.length, at: site).time, levelled)
    guard let trace = trace(of: spectrum, at: site) else {
      let none = SongCurve(SoundTrace(rate: 1, width: 1, values: []))
      return Array(repeating: none, count: spectrum.problem == nil ? count : 0)
    }
    return (0..<trace.width).map { SongCurve(trace, column: $0, of: self) }
  }

  /// The height of its samples, moment by moment: what a picture of the song shows.
  public var waveform: SongCurve {
    SongCurve(trace(.peaks, at: site) ?? SoundTrace(rate: 1, width: 1, values: []), of: self)
  }

  /// From low strings to bright cymbals, in hertz.
  public static let usualFrequencies = 40.0...11_000

  func trace(of spectrum: SoundSpectrum, at site: Site) -> SoundTrace? {
    if let problem = spectrum.problem {
      Authoring.current?.log.report(Diagnostic(.error, problem, at: site))
      return nil
    }
    guard let trace = trace(spectrum.request, at: site) else { return nil }
    let level = spectrum.levelling == spectrum.levelling ? max(0, min(1, spectrum.levelling)) : 0
    return trace.levelled(level).following(rise: spectrum.rising, fall: spectrum.falling)
  }

  /// What is measured in it, once it is asked for; a song that can't be heard is reported.
  func trace(_ request: TraceRequest, at site: Site) -> SoundTrace? {
    guard let authoring = Authoring.current else { return nil }
    return authoring.asking(at: site) { () throws(Problem) in
      try authoring.resources.trace(assetPath, request)
    }
  }
}

/// Which frequencies of a song are shown, in how many bands, and how slowly they fall.
package struct SoundSpectrum: Hashable, Sendable {
  package var bands: Int
  package var hertz: Reach
  package var rising = Time.zero
  package var falling: Time
  /// How far each band is brought to what all are.
  package var levelling = 0.0

  package init(bands: Int, of hertz: Reach, falling: Time) {
    self.bands = bands
    self.hertz = hertz
    self.falling = falling
  }

  package var request: TraceRequest {
    .spectrum(bands: bands, from: hertz.from, to: hertz.to)
  }

  /// What can't be measured of it.
  package var problem: Problem? {
    guard (1...256).contains(bands) else {
      return Problem(
        .badInput, "a song can't be heard in \(bands) bands",
        hints: "1 to 256 can be had: song.spectrum(bands: 32)")
    }
    guard hertz.from >= 20, hertz.to <= 12_000, hertz.to > hertz.from * 1.01 else {
      let range = "\(hertz.from.brief) to \(hertz.to.brief)"
      return Problem(
        .badInput, "a song isn't heard from \(range) Hz",
        hints: "frequencies are 20 to 12000 Hz, such as 60...8000")
    }
    return nil
  }
}

import Timeline

/// Where a song's beats are.
package struct SongGrid: Hashable, Sendable {
  /// In the song, ascending; at least two. Beyond them beats go on as at the nearer end.
  private let beats: [SongTime]
  /// Where bars begin; at least two.
  private let bars: [SongTime]
  package let beatsPerBar: Int
  /// What a beat lasts as a rule.
  private let beat: SongTime
  /// Said exactly, where the author said it.
  private let steady: Steady?

  private struct Steady: Hashable {
    var firstDownbeat: SongTime
    var beatsPerMinute: Double
  }

  /// Beats that never change.
  package init(firstDownbeat: SongTime, beatsPerMinute: Double, beatsPerBar: Int) {
    steady = Steady(firstDownbeat: firstDownbeat, beatsPerMinute: beatsPerMinute)
    self.beatsPerBar = beatsPerBar
    beat = SongTime(seconds: 60 / beatsPerMinute)
    (beats, bars) = ([], [])
  }

  /// Beats that were heard; nil if there are too few.
  package init?(heard: HeardSong) {
    let downbeats = heard.downbeats.map(SongTime.init)
    let all = heard.beats.map(SongTime.init)
    let first = downbeats.first ?? all.first ?? .zero
    let counted = all.filter { $0 >= first }
    guard counted.count > 1 else { return nil }
    steady = nil
    beatsPerBar = max(1, heard.beatsPerBar)
    beats = counted
    let intervals = zip(counted, counted.dropFirst()).map { $1 - $0 }.sorted()
    beat = intervals[intervals.count / 2]
    bars =
      downbeats.count > 1
      ? downbeats
      : stride(from: 0, to: counted.count, by: max(1, heard.beatsPerBar)).map { counted[$0] }
  }

  /// How long so many beats are, as a rule.
  package func time(ofBeats beats: Double) -> SongTime {
    steady.map { SongTime(seconds: beats * 60 / $0.beatsPerMinute) } ?? beat * beats
  }

  package func time(ofBars bars: Double) -> SongTime { time(ofBeats: bars * Double(beatsPerBar)) }

  /// When a beat falls in the song; the first is 1.
  package func start(ofBeat number: Double) -> SongTime {
    steady.map { $0.firstDownbeat + time(ofBeats: number - 1) } ?? place(number - 1, in: beats, step: beat)
  }

  package func start(ofBar number: Double) -> SongTime {
    steady.map { $0.firstDownbeat + time(ofBars: number - 1) }
      ?? place(number - 1, in: bars, step: time(ofBars: 1))
  }

  /// The beats of a song so long, the first one before zero left out.
  package func beats(until end: SongTime) -> [SongTime] { places(until: end, beats) { start(ofBeat: $0) } }

  /// Where the bars of a song so long begin.
  package func downbeats(until end: SongTime) -> [SongTime] {
    places(until: end, bars) { start(ofBar: $0) }
  }

  private func places(until end: SongTime, _ heard: [SongTime], _ start: (Double) -> SongTime) -> [SongTime]
  {
    guard steady != nil else { return heard.filter { $0 < end } }
    let step = start(2) - start(1)
    guard step > .zero else { return [] }
    let count = min(100_000, max(0, ((end - start(1)) / step).rounded(.up)))
    return (0..<Int(count)).map { start(Double($0) + 1) }.filter { $0 >= .zero && $0 < end }
  }

  /// Between two places of a list by parts; outside it in steps.
  private func place(_ index: Double, in list: [SongTime], step: SongTime) -> SongTime {
    guard let first = list.first, let last = list.last, index.isFinite else { return .zero }
    if index < 0 { return first + step * index }
    let whole = Int(min(index.rounded(.down), 1e9))
    guard whole < list.count - 1 else { return last + step * (index - Double(list.count - 1)) }
    return list[whole] + (list[whole + 1] - list[whole]) * (index - Double(whole))
  }
}

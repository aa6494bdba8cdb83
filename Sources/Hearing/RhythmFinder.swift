import Primitives

/// Makes out the rhythm of a song: beat tracking, then downbeat tracking.
struct RhythmFinder {
  /// What the network heard.
  let heard: Activations
  /// The same, with what else speaks for beats.
  let activations: Activations
  var facts: KnownFacts
  /// Where something is heard, in frames.
  let sounding: Range<Int>
  /// The frames at which something begins.
  let onsets: [Int]

  /// Beats, before they are grouped into bars.
  struct Pulse {
    /// In seconds, ascending.
    var beats: [Double]
    /// Whether all lie on one grid.
    var isSteady: Bool
  }

  func rhythm() -> Rhythm {
    if let beats = facts.beats { return told(beats) }
    guard sounding.count > Spectrogram.rate, var pulse = pulse() else { return .none }
    if let first = facts.firstDownbeat { pulse.beats = shifted(pulse.beats, toMeet: first) }
    pulse.beats = playing(pulse.beats)
    return rhythm(with: pulse.beats, isSteady: pulse.isSteady)
  }

  /// The pulse of the best of some paths of beats.
  func pulse(among paths: [BeatTracker.Path]) -> Pulse? {
    let frames = best(of: paths).filter(sounding.contains)
    guard frames.count > 2 else { return nil }
    let times = frames.map(refined)
    guard let grid = grid(of: frames, times).map(best(of:)) else {
      return Pulse(beats: times, isSteady: false)
    }
    return Pulse(beats: beats(on: grid), isSteady: true)
  }

  /// The rhythm of beats that somebody else is sure of.
  private func told(_ beats: [Double]) -> Rhythm {
    var rhythm = rhythm(with: beats, isSteady: false)
    rhythm.beatConfidence = beats.count > 1 ? 1 : 0
    guard let told = facts.downbeats, !told.isEmpty else { return rhythm }
    let near = told.compactMap { time in beats.indices.min { abs(beats[$0] - time) < abs(beats[$1] - time) }
    }
    rhythm.downbeats = near.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    rhythm.downbeatConfidence = 1
    if facts.metre == nil, let count = RhythmFinder.usualCount(between: rhythm.downbeats) {
      rhythm.metre.beatsPerBar = count
    }
    return rhythm
  }

  private func rhythm(with beats: [Double], isSteady: Bool) -> Rhythm {
    guard beats.count > 1 else { return .none }
    let bars = bars(of: beats)
    var places = bars.places
    if let first = facts.firstDownbeat,
      let anchor = beats.indices.min(by: { abs(beats[$0] - first) < abs(beats[$1] - first) })
    {
      let count = bars.beatsPerBar
      places = beats.indices.map { (($0 - anchor) % count + count) % count }
    }
    let downbeats = places.indices.filter { places[$0] == 0 }
    let step = isSteady ? InterBeatIntervals.mean(of: beats) : InterBeatIntervals.median(of: beats)
    let tempo = facts.tempo ?? 60 / max(0.05, step)
    let trust = BeatConfidence(odds: heard, sounding: sounding)
    let (beatTrust, downbeatTrust) = trust.inBeats(beats, downbeats: downbeats.map { beats[$0] })
    return Rhythm(
      beats: beats, downbeats: downbeats,
      metre: facts.metre ?? Metre(beatsPerBar: bars.beatsPerBar, isCompound: isCompound(beats)),
      tempo: tempo, tempoChanges: isSteady ? [] : TempoCurve.changes(in: beats), isSteady: isSteady,
      beatConfidence: beatTrust, downbeatConfidence: downbeatTrust)
  }

  /// The time of a beat between frames: where a parabola through its neighbours has its top.
  private func refined(_ frame: Int) -> Double {
    let values = heard.beat
    guard frame > 0, frame + 1 < values.count else { return Spectrogram.seconds(frame) }
    let (left, middle, right) = (
      Double(values[frame - 1]), Double(values[frame]), Double(values[frame + 1])
    )
    let bend = left - 2 * middle + right
    let offset = bend < -1 ? max(-0.5, min(0.5, 0.5 * (left - right) / bend)) : 0
    return (Double(frame) + offset) / Double(Spectrogram.rate)
  }

  /// How much more a bar's beginning counts than a beat's.
  static let barWeight = 3.0

  /// Whether beats are counted twice too fast or too slow shows in the bars they can be divided into.
  private func best(of paths: [BeatTracker.Path]) -> [Int] {
    var best: (frames: [Int], score: Double) = ([], -.infinity)
    for path in paths {
      let beats = path.beats.map(Spectrogram.seconds)
      let score =
        Double(path.score) + RhythmFinder.barWeight * bars(of: beats).score
      if score > best.score { best = (path.beats, score) }
    }
    return best.frames
  }

  func downbeatOdds(at beats: [Double]) -> [Double] {
    beats.map { Activations.peak(of: activations.downbeat, at: $0, within: 3) }
  }

  func bars(of beats: [Double]) -> DownbeatTracker.Bars {
    let odds = downbeatOdds(at: beats)
    return DownbeatTracker(beatsPerBar: facts.metre?.beatsPerBar, isCompound: isCompound(beats)).bars(
      of: odds)
  }

  /// Beats up to one after the last onset: what dies away has none.
  func playing(_ beats: [Double]) -> [Double] {
    guard let last = onsets.last, beats.count > 2 else { return beats }
    let step = beats[beats.count - 1] - beats[beats.count - 2]
    let kept = beats.filter { $0 <= Spectrogram.seconds(last) + 1.15 * step }
    return kept.count > 2 ? kept : beats
  }

  /// The same beats, moved a little so that one of them is the first downbeat that is known.
  private func shifted(_ beats: [Double], toMeet first: Double) -> [Double] {
    guard let nearest = beats.min(by: { abs($0 - first) < abs($1 - first) }) else { return beats }
    let half = InterBeatIntervals.median(of: beats) / 2
    let move = first - nearest
    return abs(move) <= half ? beats.map { $0 + move }.filter { $0 >= 0 } : beats
  }

  /// Whether more begins at the thirds of beats than at their halves and quarters.
  func isCompound(_ beats: [Double]) -> Bool {
    let (thirds, halves) = subdivisions(of: beats)
    return thirds > halves * 1.4 && thirds > 0.2
  }

  /// How likely something begins at the thirds of beats, and at their halves or quarters, from 0 to 1.
  func subdivisions(of beats: [Double]) -> (thirds: Double, halves: Double) {
    func strength(_ place: Double) -> Double {
      var sum = 0.0
      for (beat, next) in zip(beats, beats.dropFirst()) {
        let at = beat + (next - beat) * place
        sum += Activations.probability(Activations.peak(of: activations.onset, at: at, within: 1))
      }
      return sum / Double(max(1, beats.count - 1))
    }
    return (
      min(strength(1 / 3), strength(2 / 3)), max(strength(0.5), min(strength(0.25), strength(0.75)))
    )
  }
}

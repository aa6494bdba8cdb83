import Primitives
import Testing

@testable import Hearing

@Suite("The rhythm of a song")
struct RhythmTests {
  private func analysis(_ band: SmallBand, facts: KnownFacts = .none) throws -> SongAnalysis {
    let folder = TemporaryFolder()
    return SongAnalysis(try SpectrogramReader.read(try folder.wav(band.samples())), facts: facts)
  }

  @Test(
    "is found in four, at any usual tempo, to a fiftieth of a second",
    arguments: [84.0, 96, 104, 120, 128, 140])
  func tempi(tempo: Double) throws {
    let band = SmallBand(tempo: tempo, bars: Int(tempo / 8))
    let rhythm = try analysis(band).rhythm
    #expect(agreement(band.beats, rhythm.beats, within: 0.02) > 0.93)
    #expect(agreement(band.downbeats, rhythm.downbeatTimes, within: 0.02) > 0.85)
    #expect(abs(rhythm.tempo - tempo) < 0.1 && rhythm.isSteady && rhythm.isTrustworthy)
    #expect(rhythm.metre == Metre(beatsPerBar: 4))
  }

  @Test("is found in three")
  func three() throws {
    let band = SmallBand(tempo: 132, beatsPerBar: 3, bars: 20)
    let rhythm = try analysis(band).rhythm
    #expect(rhythm.metre == Metre(beatsPerBar: 3))
    #expect(agreement(band.downbeats, rhythm.downbeatTimes, within: 0.02) > 0.85)
  }

  @Test("follows a tempo that moves")
  func moving() throws {
    let band = SmallBand(tempo: 130, bars: 16, drift: 1.004)
    let rhythm = try analysis(band).rhythm
    #expect(!rhythm.isSteady)
    #expect(agreement(band.beats, rhythm.beats, within: 0.04) > 0.9)
  }

  @Test("is what is known, where something is")
  func known() throws {
    let band = SmallBand(tempo: 120)
    let second = band.start + 0.5
    let told = try analysis(
      band, facts: KnownFacts(tempo: 120, firstDownbeat: second, metre: Metre(beatsPerBar: 3))
    ).rhythm
    #expect(told.tempo == 120 && told.metre == Metre(beatsPerBar: 3))
    #expect(told.downbeatTimes.contains { abs($0 - second) < 0.001 })
    let beats = [1, 2, 3.5, 4.0]
    let corrected = try analysis(band, facts: KnownFacts(beats: beats, downbeats: [2.0])).rhythm
    #expect(corrected.beats == beats && corrected.downbeats == [1] && corrected.beatConfidence == 1)
    let inThree = KnownFacts(beats: (1..<9).map(Double.init), downbeats: [2, 5, 8])
    #expect(try analysis(band, facts: inThree).rhythm.metre.beatsPerBar == 3)
  }

  @Test(
    "is counted as the metre that is told says, though it sounds like another: the same bars, other beats",
    arguments: [(132.0, 3, 2, "6/8", 88.0), (100, 2, 3, "3/4", 150)])
  func toldMetre(tempo: Double, beatsPerBar: Int, division: Int, metre: String, told: Double) throws {
    let band = SmallBand(tempo: tempo, beatsPerBar: beatsPerBar, division: division, bars: 20)
    let rhythm = try analysis(band, facts: KnownFacts(metre: Metre(metre))).rhythm
    #expect(agreement(band.downbeats, rhythm.downbeatTimes, within: 0.02) > 0.85)
    #expect(abs(rhythm.tempo - told) < 1 && rhythm.metre.description == metre)
  }

  @Test(
    "is no worse for being told the tempo, roughly, whether it is steady or moves",
    arguments: [(120.0, 1.0, 120.0), (120, 1, 117), (130, 1.004, 115)])
  func toldTempo(tempo: Double, drift: Double, told: Double) throws {
    let band = SmallBand(tempo: tempo, bars: 16, drift: drift)
    let folder = TemporaryFolder()
    let spectrogram = try SpectrogramReader.read(try folder.wav(band.samples()))
    let rhythm = SongAnalysis(spectrogram, facts: KnownFacts(tempo: told)).rhythm
    #expect(rhythm.beats == SongAnalysis(spectrogram).rhythm.beats && rhythm.tempo == told)
  }

  @Test("is counted twice as fast where that is told")
  func toldLevel() throws {
    let band = SmallBand(tempo: 80, bars: 12)
    let rhythm = try analysis(band, facts: KnownFacts(tempo: 160)).rhythm
    let halves = zip(band.beats, band.beats.dropFirst()).map { ($0 + $1) / 2 }
    #expect(agreement((band.beats + halves).sorted(), rhythm.beats, within: 0.02) > 0.93)
  }

  @Test(
    "of what has none isn't to be trusted",
    arguments: [
      "noise", "clicks at any time", "rising tone", "trembling tone", "tone with holes", "constant",
    ])
  func none(kind: String) throws {
    var dice = Dice(1)
    let folder = TemporaryFolder()
    var samples = [Float](repeating: 0, count: 24_000 * 20)
    switch kind {
    case "noise": samples = samples.map { _ in Float(dice.roll() - 0.5) }
    case "constant": samples = samples.map { _ in 0.5 }
    case "rising tone":
      for index in samples.indices {
        let time = Double(index) / 24_000
        samples[index] = Float(0.3 * ExactMath.sin(2 * .pi * (100 + 40 * time) * time))
      }
    case "trembling tone":
      samples = sine(440, seconds: 20, amplitude: 0.3)
      for index in samples.indices { samples[index] *= Float(1 + 0.3 * ExactMath.sin(Double(index) / 764)) }
    case "tone with holes":
      samples = sine(440, seconds: 20, amplitude: 0.3)
      for _ in 0..<500 { samples[Int(dice.roll() * Double(samples.count - 1))] = .nan }
      for index in stride(from: 90_000, to: samples.count, by: 12_000) { samples[index] = .infinity }
    default:
      for _ in 0..<60 {
        let start = Int(dice.roll() * Double(samples.count - 1))
        for index in start..<min(samples.count, start + 2000) {
          samples[index] += Float((dice.roll() - 0.5) * ExactMath.exp(-Double(index - start) / 400))
        }
      }
    }
    let analysis = SongAnalysis(try SpectrogramReader.read(try folder.wav(samples)))
    #expect(!analysis.rhythm.isTrustworthy, "\(analysis.rhythm.beatConfidence)")
    #expect(analysis.keyConfidence < 0.35, "\(analysis.keyConfidence)")
    if kind == "tone with holes" { #expect(analysis.onsets.count < 6) }
  }

  @Test("of any song is as sure as the song is plain")
  func plain() throws { #expect(try analysis(SmallBand(tempo: 120)).rhythm.beatConfidence > 0.6) }

  @Test("is found in five")
  func five() throws {
    let band = SmallBand(tempo: 150, beatsPerBar: 5, bars: 16)
    let rhythm = try analysis(band).rhythm
    #expect(rhythm.metre == Metre(beatsPerBar: 5))
    #expect(agreement(band.downbeats, rhythm.downbeatTimes, within: 0.02) > 0.85)
  }
}

@Suite("A grid")
struct GridTests {
  /// What beats at some frames say for themselves, and against all others.
  private func gains(_ frames: [Double], count: Int) -> [Double] {
    var gains = [Double](repeating: -2, count: count)
    for frame in frames where Int(frame.rounded()) < count { gains[Int(frame.rounded())] = 3 }
    return gains
  }

  @Test(
    "is found though some beats are missing, and some half a beat off", arguments: [31.25, 47.62, 50, 71.4])
  func found(interval: Double) throws {
    var beats = (0..<100).map { 12 + interval * Double($0) }
    beats.removeSubrange(40..<43)
    for index in 0..<20 { beats[index] += interval / 2 }
    let found = try #require(
      Grid.best(for: gains(beats, count: Int(interval * 101)), near: interval * 1.004))
    #expect(abs(found.interval / interval - 1) < 1e-3)
    let fitted = try #require(found.fitted(to: beats, weights: beats.map { _ in 1 }, within: 3.5))
    #expect(
      abs(fitted.interval - interval) < 1e-3
        && fitted.times(from: beats[30] - 1, to: beats[30] + 1).count == 1)
  }

  @Test("is far from beats whose tempo moves", arguments: [0.002, 0.005])
  func moving(growth: Double) throws {
    var (beats, step) = ([0.0], 50.0)
    for _ in 0..<100 {
      beats.append(beats[beats.count - 1] + step)
      step *= 1 + growth
    }
    let found = try #require(Grid.best(for: gains(beats, count: Int(beats[100])), near: 55))
    let weights = beats.map { _ in 1.0 }
    let halves = Grid(start: found.start, interval: found.interval / 2)
    let near = halves.fitted(to: beats, weights: weights, within: 3.5) ?? halves
    #expect(near.share(of: beats, weights: weights, within: 2) < 0.8)
  }

  @Test("is near beats that hop between two phases of it")
  func hopping() throws {
    let beats = (0..<100).map { index -> Double in
      let isBetween = index / 25 % 2 == 1
      return 20 + 50 * Double(index) + (isBetween ? 25 : 0)
    }
    let weights = beats.map { _ in 1.0 }
    let found = try #require(Grid.best(for: gains(beats, count: 5050), near: 50))
    let halves = Grid(start: found.start, interval: found.interval / 2)
    let fitted = try #require(halves.fitted(to: beats, weights: weights, within: 3.5))
    #expect(abs(fitted.interval - 25) < 0.01 && fitted.share(of: beats, weights: weights, within: 2) > 0.95)
  }

  @Test("has relatives that share its beats, one of them in three for two")
  func relatives() {
    let grid = Grid(start: 1, interval: 0.5)
    #expect(
      grid.relatives.contains(Grid(start: 1, interval: 1))
        && grid.relatives.contains(Grid(start: 1.5, interval: 1)))
    #expect(grid.relatives.contains { abs($0.interval - 1 / 3) < 1e-9 })
  }
}

@Suite("A beat tracker")
struct BeatTrackerTests {
  /// Odds with peaks at some frames.
  private func odds(_ frames: [Int], count: Int) -> Activations {
    var values = [Int16](repeating: -1000, count: count)
    for frame in frames where frame < count { values[frame] = 1000 }
    return Activations(beat: values, downbeat: values, onset: values)
  }

  private func best(_ tracker: BeatTracker, _ activations: Activations) -> [Int] {
    tracker.paths(in: activations).max { $0.score < $1.score }?.beats ?? []
  }

  @Test("finds even beats", arguments: [30, 43, 50, 77, 100])
  func even(interval: Int) {
    let frames = Array(stride(from: 20, to: 4000, by: interval))
    #expect(best(BeatTracker(), odds(frames, count: 4000)) == frames)
  }

  @Test("fills in beats that can't be heard")
  func filled() {
    let frames = Array(stride(from: 20, to: 4000, by: 50))
    let heard = frames.filter { !(1000..<1400).contains($0) }
    let found = best(BeatTracker(), odds(heard, count: 4000))
    #expect(agreement(frames.map(Double.init), found.map(Double.init), within: 3) > 0.97)
  }

  @Test("works in stretches without losing or doubling a beat")
  func long() {
    let frames = Array(stride(from: 20, to: 70_000, by: 47))
    #expect(best(BeatTracker(), odds(frames, count: 70_000)) == frames)
  }

  @Test("tries ranges of tempos that overlap, from half as fast to twice as fast")
  func ranges() {
    let frames = Array(stride(from: 20, to: 4000, by: 60))
    let paths = BeatTracker().paths(in: odds(frames, count: 4000))
    let steps = paths.map { InterBeatIntervals.median(of: $0.beats.map(Double.init)) }
    #expect(
      paths.count == 5 && steps.contains(60) && steps.contains { $0 > 90 } && steps.contains { $0 < 45 })
  }

  @Test("takes tempos that most music is counted in for likelier")
  func usual() {
    let rates = [40.0, 60, 80, 110, 150, 190, 260]
    let costs = rates.map { TempoPrior.cost(60 / $0) }
    #expect(zip(costs, costs.dropFirst()).prefix(3).allSatisfy { $0 > $1 } && costs[3] < 1e-9)
    #expect(zip(costs, costs.dropFirst()).suffix(3).allSatisfy { $0 < $1 })
  }

  @Test("keeps to a tempo that is known")
  func known() {
    let frames = Array(stride(from: 20, to: 4000, by: 50))
    let found = best(BeatTracker(tempo: 60), odds(frames, count: 4000))
    let steps = zip(found.dropFirst(), found).map { $0 - $1 }
    #expect(steps.allSatisfy { abs($0 - 100) < 8 } && found.count > 35)
  }
}

@Suite("A bar finder")
struct DownbeatTrackerTests {
  @Test("counts beats between those that are likely to begin bars", arguments: [2, 3, 4, 5, 7])
  func counts(beats: Int) {
    let odds = (0..<60).map { ($0 + 1) % beats == 0 ? 1.5 : -2.0 }
    let bars = DownbeatTracker(isCompound: beats == 2).bars(of: odds)
    #expect(bars.beatsPerBar == beats)
    #expect(bars.places.indices.filter { bars.places[$0] == 0 } == odds.indices.filter { odds[$0] > 0 })
  }

  @Test("counts in four where nothing tells bars apart")
  func undecided() {
    let bars = DownbeatTracker().bars(of: (0..<64).map { $0 % 4 == 0 ? 0.2 : -0.2 })
    #expect(bars.beatsPerBar == 4)
  }

  @Test("counts on through bars that can't be told")
  func countsOn() {
    let odds = (0..<64).map { (20..<40).contains($0) ? -0.5 : $0 % 4 == 0 ? 2.0 : -2.0 }
    let bars = DownbeatTracker().bars(of: odds)
    #expect(bars.places == (0..<64).map { $0 % 4 })
  }
}

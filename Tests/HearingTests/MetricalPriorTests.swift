import Testing

@testable import Hearing

@Suite("A metrical prior of onsets")
struct MetricalPriorTests {
  /// Beats each half second.
  private let rhythm: Rhythm = {
    var rhythm = Rhythm.none
    rhythm.beats = (0..<40).map { Double($0) / 2 }
    rhythm.beatConfidence = 0.9
    return rhythm
  }()

  /// Odds that are low but for some frames.
  private func odds(_ peaks: [Int: Int16]) -> [Int16] {
    (0..<2000).map { peaks[$0] ?? -1500 }
  }

  @Test("raises a soft one where others are: at the same place of other beats")
  func raised() {
    var peaks = Dictionary(
      uniqueKeysWithValues: stride(from: 25, to: 2000, by: 50).map { ($0, Int16(600)) })
    peaks[525] = -300
    peaks[538] = -300
    let raised = MetricalPrior(rhythm: rhythm).raised(odds(peaks))
    #expect(raised[525] > 100 && raised[538] == -300)
    #expect(OnsetPicker.onsets(in: raised).contains { $0.frame == 525 })
  }

  @Test("leaves all as it is where nothing repeats, and where beats can't be trusted")
  func untouched() {
    let silent = odds([:])
    #expect(MetricalPrior(rhythm: rhythm).raised(silent) == silent)
    let some = odds([25: 600, 75: 600, 125: 600])
    #expect(MetricalPrior(rhythm: .none).raised(some) == some)
    #expect(MetricalPrior(rhythm: rhythm).raised([]).isEmpty)
  }

  @Test("takes what most music has for likely where hardly anything is clear, and only there")
  func custom() {
    /// All beats so likely, and hints of something between them and elsewhere.
    func odds(ofBeats beats: Int16) -> [Int16] {
      let beats = stride(from: 0, to: 2000, by: 50).map { ($0, beats) }
      let halves = stride(from: 25, to: 1950, by: 50).map { ($0, Int16(-400)) }
      return self.odds(Dictionary(uniqueKeysWithValues: beats + halves + [(1019, -400)]))
    }
    func halves(_ odds: [Int16]) -> Int {
      OnsetPicker.onsets(in: odds).count { $0.frame % 50 == 25 }
    }
    let (blurred, clear) = (odds(ofBeats: 50), odds(ofBeats: 700))
    #expect(OnsetPicker.doubt(in: blurred) > 0.55 && OnsetPicker.doubt(in: clear) < 0.35)
    #expect(halves(blurred) == 0 && halves(clear) == 0)
    let raised = MetricalPrior(rhythm: rhythm).raised(blurred)
    #expect(halves(raised) == 39 && raised[1019] == -400)
    #expect(halves(MetricalPrior(rhythm: rhythm).raised(clear)) == 0)
    #expect(MetricalPrior(rhythm: .none).raised(blurred) == blurred)
  }
}

import Media
import Primitives
import Testing

@testable import Hearing

@Suite("What is heard in a song")
struct AnalysisTests {
  @Test(
    "is an answer whatever the song is",
    arguments: ["silence", "noise", "short", "tiny", "constant", "tone", "clicks"])
  func anything(kind: String) throws {
    var dice = Dice(2)
    let samples: [Float] =
      switch kind {
      case "silence": Array(repeating: 0, count: 24_000 * 5)
      case "noise": (0..<24_000 * 5).map { _ in Float(dice.roll() * 2 - 1) }
      case "short": sine(440, seconds: 0.3)
      case "tiny": [0.5]
      case "constant": Array(repeating: 0.5, count: 24_000 * 5)
      case "tone": sine(440, seconds: 5)
      default: (0..<24_000 * 5).map { $0 % 12_000 == 0 ? 1 : 0 }
      }
    let folder = TemporaryFolder()
    let analysis = SongAnalysis(try SpectrogramReader.read(try folder.wav(samples)))
    #expect(analysis.json.hasPrefix("{") && !analysis.json.contains("nan"))
    if kind != "clicks" { #expect(!analysis.rhythm.isTrustworthy) }
    if kind == "silence" {
      #expect(analysis.onsets.isEmpty && analysis.key == nil && analysis.silences.count == 1)
    }
  }

  @Test("is the same each time, and after it was kept")
  func same() throws {
    let folder = TemporaryFolder()
    let path = try folder.wav(SmallBand(bars: 6).samples())
    let (first, second) = (
      SongAnalysis(try SpectrogramReader.read(path)), SongAnalysis(try SpectrogramReader.read(path))
    )
    #expect(first.json == second.json)
  }

  @Test("has the key of its chords", arguments: [(0, false), (7, false), (9, true), (2, true)])
  func key(tonic: Int, isMinor: Bool) throws {
    let folder = TemporaryFolder()
    let third = isMinor ? 3 : 4
    let chords = [[0, third, 7], [5, 5 + third, 12], [7, 11, 14], [0, third, 7]]
    let samples = chords.flatMap { chord -> [Float] in
      let voices = chord.map { step in
        sine(440 * ExactMath.power(2, Double(tonic + step - 21) / 12), seconds: 2, amplitude: 0.2)
      }
      return voices[0].indices.map { index in voices.reduce(0) { $0 + $1[index] } }
    }
    let analysis = SongAnalysis(try SpectrogramReader.read(try folder.wav(samples)))
    #expect(analysis.key == Key(tonic: tonic, isMinor: isMinor))
  }

  @Test("has onsets where notes begin, in their bands")
  func onsets() throws {
    let folder = TemporaryFolder()
    let band = SmallBand(tempo: 100, bars: 8)
    let analysis = SongAnalysis(try SpectrogramReader.read(try folder.wav(band.samples())))
    let times = analysis.onsets.map(\.time)
    let halves = zip(band.beats, band.beats.dropFirst()).map { ($0 + $1) / 2 }
    #expect(agreement((band.beats + halves).sorted(), times, within: 0.03) > 0.85)
    let low = analysis.onsets.filter { $0.bands.contains(.bass) }.map(\.time)
    #expect(band.downbeats.allSatisfy { beat in low.contains { abs($0 - beat) < 0.03 } })
  }

  @Test("divides where it changes, at a downbeat")
  func sections() throws {
    let folder = TemporaryFolder()
    let band = SmallBand(tempo: 120, bars: 24)
    var samples = band.samples()
    // Eight bars of nothing but a soft tone.
    let (from, to) = (Int(band.downbeats[8] * 24_000), Int(band.downbeats[16] * 24_000))
    let tone = sine(330, seconds: 17, amplitude: 0.03)
    for index in from..<to { samples[index] = samples[index] * 0.08 + tone[index - from] }
    let analysis = SongAnalysis(try SpectrogramReader.read(try folder.wav(samples)))
    let starts = analysis.sections.map(\.start)
    for bar in [8, 16] { #expect(starts.contains { abs($0 - band.downbeats[bar]) < 0.3 }, "\(starts)") }
    #expect(analysis.sectionConfidence > 0.5)
    #expect(analysis.sections.first?.letter == analysis.sections.last { $0.end - $0.start > 4 }?.letter)
  }

  @Test(
    "hardly divides clicks at any time, which are as like each other in any order", arguments: [1, 5, 9])
  func nothingToDivide(seed: UInt64) throws {
    var dice = Dice(seed)
    var samples = [Float](repeating: 0, count: 24_000 * 60)
    for _ in 0..<150 {
      let start = Int(dice.roll() * Double(samples.count - 1))
      for index in start..<min(samples.count, start + 2000) {
        samples[index] += Float((dice.roll() - 0.5) * ExactMath.exp(-Double(index - start) / 400))
      }
    }
    let folder = TemporaryFolder()
    let analysis = SongAnalysis(try SpectrogramReader.read(try folder.wav(samples)))
    #expect(analysis.sectionConfidence < 0.25, "\(analysis.sections)")
  }

  @Test("can be listened to: a click sounds at each beat")
  func clicks() throws {
    let folder = TemporaryFolder()
    let song = try folder.wav(Array(repeating: 0, count: 48_000))
    var rhythm = Rhythm.none
    rhythm.beats = [0.25, 0.5, 1.5]
    rhythm.downbeats = [0]
    try ClickTrack.write(song, with: rhythm, to: folder.path + "/click.wav")
    var reader = try SoundReader.open(folder.path + "/click.wav")
    var heard: [Float] = []
    while let piece = try reader.next() { heard += piece }
    #expect(heard.count == 96_000 * 2)
    for beat in rhythm.beats {
      let first = Int(beat * 48_000)
      let before = heard[(first - 480) * 2..<first * 2].map(abs).max() ?? 1
      let after = heard[first * 2..<(first + 480) * 2].map(abs).max() ?? 0
      #expect(before < 1e-4 && after > 0.2, "at \(beat)")
    }
  }
}

@Suite("Words of hearing")
struct WordTests {
  @Test(
    "keys are read",
    arguments: [
      ("A minor", 9, true), ("Bb", 10, false), ("F#m", 6, true), ("c major", 0, false), ("Eb-min", 3, true),
    ])
  func keys(text: String, tonic: Int, isMinor: Bool) {
    #expect(Key(text) == Key(tonic: tonic, isMinor: isMinor))
  }

  @Test("what is no key isn't", arguments: ["", "H", "A mirror", "minor", "#"])
  func noKeys(text: String) { #expect(Key(text) == nil) }

  @Test("metres are read and written", arguments: ["3/4", "4/4", "6/8", "12/8", "5/4"])
  func metres(text: String) { #expect(Metre(text)?.description == text) }

  @Test(
    "what is no metre isn't", arguments: ["", "4", "4/0", "0/4", "4/5", "a/b", "999999999999999999999/4"])
  func noMetres(text: String) { #expect(Metre(text) == nil) }

  @Test("JSON has fixed decimals, and no number that isn't one")
  func json() {
    let text = JSONText.object([
      ("a", .number(0.12345, decimals: 3)), ("b", .number(-0.0001, decimals: 2)),
      ("c", .number(.nan, decimals: 1)),
      ("d", .list([.number(1, decimals: 0), .text("\"\n\u{1}")])), ("e", .number(59.9996, decimals: 3)),
    ]).written()
    #expect(
      text == """
        {
          "a": 0.123,
          "b": 0,
          "c": null,
          "d": [1, "\\"\\n\\u0001"],
          "e": 60
        }
        """)
  }
}

import Testing

@testable import Hearing

@Suite("Labels of sections")
struct SectionLabelTests {
  /// A part of a song: its letter, bars, level and bass in decibels, and how exactly it comes back.
  private typealias Part = (letter: String, bars: Int, level: Double, bass: Double, repetition: Double)

  private func labels(_ song: [Part], kicks: [Double] = [200, 20, 150, 20], isSteady: Bool = true)
    -> [String]
  {
    var parts: [Range<Int>] = []
    for part in song {
      parts.append((parts.last?.upperBound ?? 0)..<(parts.last?.upperBound ?? 0) + part.bars)
    }
    let bars = song.flatMap { Array(repeating: $0, count: $0.bars) }
    let blocks = BarFeatures(
      edges: (0...bars.count).map { Double($0) * 2 }, sounds: bars.map { [$0.level] },
      chords: bars.map { _ in [1] },
      levels: bars.map(\.level), basses: bars.map(\.bass), kicks: bars.map { _ in kicks }, areBars: true,
      isSteady: isSteady)
    return SectionLabels(
      parts: parts, letters: song.map(\.letter), repetition: song.map(\.repetition), blocks: blocks
    ).labels()
  }

  @Test("find a chorus that isn't the loudest, for it comes back exactly, and after the verse")
  func softChorus() {
    let song: [Part] = [
      ("A", 4, 20, 30, 0.5), ("B", 8, 31, 40, 0.6), ("C", 8, 30, 40, 0.9), ("B", 8, 31, 40, 0.6),
      ("C", 8, 30, 40, 0.9), ("D", 4, 22, 30, 0.4),
    ]
    #expect(labels(song) == ["intro", "verse", "chorus", "verse", "chorus", "outro"])
  }

  @Test("find a chorus by its loudness where all comes back alike")
  func loudChorus() {
    let song: [Part] = [
      ("A", 4, 20, 30, 0.6), ("B", 8, 28, 40, 0.7), ("C", 8, 32, 40, 0.7), ("B", 8, 28, 40, 0.7),
      ("C", 8, 32, 40, 0.7),
    ]
    #expect(labels(song) == ["intro", "verse", "chorus", "verse", "chorus"])
  }

  /// Twice, the bass goes away and comes back with all else.
  private let rising: [Part] = [
    ("A", 8, 29, 35, 0.4), ("B", 4, 30, 27, 0.4), ("C", 4, 35, 29, 0.5), ("D", 16, 39, 44, 0.8),
    ("E", 8, 26, 14, 0.3), ("F", 4, 34, 30, 0.6), ("D", 8, 38, 42, 0.8),
  ]

  @Test("say build and drop in dance music: a machine strikes the kick drum on every beat")
  func dance() {
    let found = labels(rising, kicks: [36, 28, 32, 28])
    #expect(found == ["intro", "build", "build", "drop", "breakdown", "build", "drop"])
  }

  @Test(
    "say neither in a ballad, whatever its bass does, nor where people play",
    arguments: [([200, 20, 150, 20], true), ([36, 28, 32, 28], false), ([4, 4, 4, 4], true)])
  func ballad(kicks: [Double], isSteady: Bool) {
    let found = Set(labels(rising, kicks: kicks, isSteady: isSteady))
    #expect(found.isDisjoint(with: ["build", "drop", "breakdown"]) && found.contains("chorus"))
  }

  @Test("call nothing a chorus where all is equally loud and nothing comes back more exactly")
  func flat() {
    let song: [Part] = [("A", 16, 30, 40, 0.5), ("B", 8, 30, 40, 0.5), ("C", 8, 30.5, 40, 0.5)]
    #expect(!labels(song).contains("chorus"))
  }
}

@Suite("The self-similarity of a song")
struct SelfSimilarityTests {
  @Test("is that of a bar with the most similar one of another part, far enough away")
  func repetition() {
    let (one, other): ([Float], [Float]) = ([1, 0], [0, 1])
    let windows = (0..<32).map {
      (0..<8).contains($0) || (16..<24).contains($0) ? one : [0.6, $0 < 16 ? 0.8 : -0.8]
    }
    let similarity = SelfSimilarity(windows: windows + [other])
    let found = similarity.repetition(of: [0..<8, 8..<16, 16..<24, 24..<32])
    #expect(found.map { ($0 * 100).rounded() } == [100, 60, 100, 60])
    #expect(SelfSimilarity(windows: []).repetition(of: [0..<4]) == [0])
  }
}

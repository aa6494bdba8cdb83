import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("A visualizer's drawing")
struct FigureTests {
  private static let song = Song("song.ogg", tempo: 120)
  static let styles: [VisualizerStyle] = [
    .bars(), .mirroredBars(cornerRadius: 4), .radial(), .waveform(), .oscilloscope(),
    .wholeWaveform(), .spectrogram(), .particles(on: SongMoments([0, 0.5, 1, 1.5])),
  ]

  @Test("is a few marks, and the same each time", arguments: styles.indices)
  func marks(index: Int) throws {
    let graph = try Sketch(.small) {
      Visualizer(Self.song).style(Self.styles[index])
      Soundtrack(Self.song)
    }.graph()
    #expect(graph.drawings == graph.drawings)
    #expect(graph.drawings.allSatisfy { $0.marks.count <= 10 })
  }

  @Test("has no particles where nothing flies, and as many as live")
  func particles() throws {
    let song = Self.song
    func film(_ moments: SongMoments) throws -> FrameGraph {
      try Sketch(.small) {
        Visualizer(song).style(.particles(on: moments, count: 3, size: 4, reach: 20, life: 0.5))
        Soundtrack(song)
      }.graph()
    }
    let graph = try film(SongMoments([0.5]))
    #expect(
      graph.drawings.map(\.marks.count) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(try film(SongMoments([])).drawings.allSatisfy(\.marks.isEmpty))
  }

  @Test("is the same in every frame in which the song isn't heard", arguments: styles.indices)
  func rests(index: Int) throws {
    guard ![3, 5].contains(index) else { return }
    let graph = try Sketch(.small) {
      Visualizer(Self.song).style(Self.styles[index])
      Soundtrack(Self.song).starting(at: 1.5)
    }.graph()
    #expect(Set(graph.drawings.prefix(15)).count == 1)
  }

  @Test("needs no room to be drawn in", arguments: styles.indices)
  func tiny(index: Int) throws {
    for size in [0.0, 0.001, -5, .nan, .infinity, 1e12] {
      let graph = try Sketch(.small) {
        Visualizer(Self.song).style(Self.styles[index]).frame(width: size, height: 10)
      }.graph()
      #expect(graph.drawing(at: 3).marks.count <= 10)
    }
  }
}

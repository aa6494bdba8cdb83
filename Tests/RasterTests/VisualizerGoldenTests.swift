import Libretto
import Rehearsal
import Testing

@Suite("A visualizer's picture")
struct VisualizerGoldenTests {
  private static let melody = Song("melody", tempo: 120)
  private static let ink = Canvas.stamp.background(.ink)

  static let stills: [(name: String, time: Time, film: Sketch)] = [
    (
      "visualizer-bars@1300ms", 1.3,
      Sketch(ink) {
        Visualizer(melody).style(.bars(count: 24, cornerRadius: 2)).fill(.gradient(.hotPink, .electricBlue))
          .frame(width: 150, height: 80)
      }
    ),
    (
      "visualizer-mirrored-bars@1300ms", 1.3,
      Sketch(ink) {
        Visualizer(melody).style(.mirroredBars(count: 24, spacing: 0.5)).fill(.gold).rotation(-5)
          .frame(width: 140, height: 80)
      }
    ),
    (
      "visualizer-radial@1300ms", 1.3,
      Sketch(ink) {
        Visualizer(melody).style(.radial(count: 48)).fill(.radialGradient(.white, .electricBlue))
      }
    ),
    (
      "visualizer-waveform@1000ms", 1,
      Sketch(ink) {
        Visualizer(melody).style(.waveform(over: 3)).fill(.teal).stroke(.white, width: 1)
          .frame(width: 150, height: 60)
      }
    ),
    (
      "visualizer-whole-waveform@1500ms", 1.5,
      Sketch(ink) {
        Visualizer(melody).style(.wholeWaveform(count: 40)).fill(.coral).frame(width: 150, height: 60)
      }
    ),
    (
      "visualizer-oscilloscope@1300ms", 1.3,
      Sketch(ink) {
        Visualizer(melody).style(.oscilloscope(over: 0.02, line: 2)).fill(.green)
          .frame(width: 150, height: 80)
      }
    ),
    (
      "visualizer-spectrogram@1700ms", 1.7,
      Sketch(ink) {
        Visualizer(melody).style(.spectrogram(over: 2, bands: 32)).frame(width: 150, height: 80)
      }
    ),
    (
      "visualizer-particles@1250ms", 1.25,
      Sketch(ink) {
        Visualizer(melody).style(.particles(on: melody.beats, count: 24, size: 10, reach: 70)).fill(.gold)
      }
    ),
    (
      "visualizer-particles-plain@1250ms", 1.25,
      Sketch(ink) {
        Visualizer(melody).style(
          .particles(on: melody.beats, count: 24, size: 10, reach: 70, glow: 0, streak: 0)
        )
        .fill(.gold)
      }
    ),
    (
      "visualizer-particles-ring@1250ms", 1.25,
      Sketch(ink) {
        Visualizer(melody).style(
          .particles(
            on: melody.beats, count: 60, size: 5, reach: 40, from: .ring(0.5), streak: 0.1,
            forces: [.swirl(.degrees(90))])
        )
        .fill(.gradient(.hotPink, .electricBlue))
      }
    ),
    (
      "visualizer-stream-embers@1500ms", 1.5,
      Sketch(ink) {
        Visualizer().style(
          .stream(
            perSecond: 40, size: 5, reach: 60, life: 3, from: .bottomEdge, streak: 0.1,
            forces: [.wind(x: 8), .turbulence(12)])
        )
        .fill(.orange)
      }
    ),
  ]

  @Test("has not changed", arguments: stills)
  func matches(name: String, time: Time, film: Sketch) throws {
    try expectGolden(try film.still(at: time), name)
  }
}

import Libretto
import Rehearsal

/// The strips of `Docs/Visualizers.md`.
enum VisualizerStrips {
  private static let song = Song("melody", tempo: 120)

  static let all: [Strip] = [
    strip("bars", .bars(count: 32, cornerRadius: 12)),
    strip("mirroredBars", .mirroredBars(count: 32, spacing: 0.5)),
    strip("radial", .radial(count: 64)),
    strip("waveform", .waveform(over: 3)),
    strip("wholeWaveform", .wholeWaveform(count: 60)),
    strip("oscilloscope", .oscilloscope(over: 0.02, line: 16)),
    strip("spectrogram", .spectrogram(over: 3, bands: 32)),
    strip("particles", .particles(on: song.beats, count: 30, size: 90, reach: 900)),
  ]

  private static func strip(_ name: String, _ style: @autoclosure @escaping @Sendable () -> VisualizerStyle)
    -> Strip
  {
    let film = Sketch(.landscape1080.background(.ink).lasting(4)) {
      Visualizer(song).style(style()).fill(.gradient(.hotPink, .electricBlue))
        .frame(width: .percent(90), height: .percent(85))
    }
    return Strip(name, film, at: [0.6, 1.1, 1.65, 2.2, 2.85])
  }
}

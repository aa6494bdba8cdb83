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
    strip("particles", .particles(on: song.beats, count: 40, size: 60, reach: 900, streak: 0.06)),
    strip(
      "particles-ring",
      .particles(
        on: song.beats, count: 120, size: 36, reach: 420, from: .ring(0.55), streak: 0.12,
        forces: [.swirl(.degrees(120))])),
    strip(
      "stream-embers",
      .stream(
        perSecond: 60, size: 40, reach: 900, life: 3, from: .bottomEdge, streak: 0.08,
        forces: [.wind(x: 60), .turbulence(120)])),
    strip(
      "stream",
      .stream(
        perSecond: 60, size: 44, from: .everywhere, glow: 1.5,
        forces: [.turbulence(80, every: 2), .attraction(on: song.beats)])),
    strip(
      "stream-rain",
      .stream(
        perSecond: 240, size: 30, reach: 0, life: 1.4, from: .topEdge, glow: 0.6, streak: 0.06,
        forces: [.gravity(1600), .wind(x: 60, y: 500)])),
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

import Libretto
import Rehearsal
import Testing

/// Pictures to look at; each shows one thing.
@Suite("A golden picture")
struct GoldenTests {
  static let stills: [(name: String, Time, Sketch)] = [
    (
      "crossfade@0500ms", 0.5,
      Sketch(.stamp) {
        Series {
          Image("hills").lasting(1)
          Image("tower").entering(.dissolve, over: 1)
        }
      }
    ),
    (
      "kenburns@0900ms", 0.9,
      Sketch(.stamp) { Image("hills").kenBurns(from: .whole, to: .focus(x: 0.2, y: 0.9, zoom: 4)) }
    ),
    (
      "motion@1000ms", 1,
      Sketch(.stamp.background(.ink)) {
        let wave = Path().move(14, 70).curve((50, 10), (90, 120), to: (146, 40))
        wave.unfilled().stroke(.gray(0.35), width: 1)
        wave.unfilled().stroke(.electricBlue, width: 3).drawn(
          from: 0.1, to: .ramp(from: 0.1, to: 0.9, over: 2, easing: .linear))
        Path(polygon: [Point(x: 0, y: 0), Point(x: 14, y: 6), Point(x: 0, y: 12)]).fill(.gold)
          .frame(width: 14, height: 12)
          .moving(along: wave, over: 2, easing: .linear, turning: true)
        Path(polygon: [Point(x: 10, y: 8), Point(x: 40, y: 8), Point(x: 25, y: 32)]).morphing(
          into: Path().move(100, 8).line(150, 8).line(150, 32).line(100, 32).closed(),
          by: .ramp(from: 0, to: 1, over: 2, easing: .linear)
        )
        .fill(.ramp(from: .red, to: .electricBlue, over: 2, easing: .linear))
        Counter(to: 100, over: 2, easing: .linear) { "\(Int($0)) %" }.font("Inter", size: 14, weight: .bold)
          .placed(.bottomRight)
      }
    ),
    ("blurred-fit", 0, Sketch(.stamp) { Image("tower").fit(.blurred) }),
    (
      "title", 0,
      Sketch(.stamp.background(.ink)) {
        Text("NEON RAIN").font("Bebas Neue", size: 44, weight: .bold).tracking(4).fill(
          .gradient(.white, .pink)
        )
        .offset(y: -8)
        Text("the Libretto House Band").font("Dancing Script", size: 15).color(.electricBlue).offset(y: 24)
      }
    ),
    (
      "slide@0300ms", 0.3,
      Sketch(.stamp) {
        Series {
          Solid(.midnight).lasting(1)
          Image("hills").entering(.slide(.left), over: 1)
        }
      }
    ),
    (
      "gradient-radial", 0,
      Sketch(.stamp) {
        Rectangle().fill(.radialGradient(.gold, .hotPink, .midnight, center: .bottom, radius: 0.9))
      }
    ),
    (
      "clip-ellipse", 0,
      Sketch(.stamp.background(.paper)) {
        Image("hills").frame(width: 120, height: 70).clipped(to: .ellipse)
      }
    ),
    (
      "blend-screen", 0,
      Sketch(.stamp) {
        for (index, color) in [Color.hex(0xC00000), .hex(0x00C000), .hex(0x0000C0)].enumerated() {
          Ellipse().fill(color).frame(width: 54, height: 54).offset(
            x: 22 * Double(index) - 22, y: index == 1 ? -14 : 10
          )
          .blendMode(.screen)
        }
      }
    ),
    (
      "rotated-rectangle", 0,
      Sketch(.stamp) {
        Rectangle(cornerRadius: 10).fill(.gradient(.teal, .violet)).frame(width: 90, height: 40).rotation(
          -20)
      }
    ),
    (
      "stroke", 0,
      Sketch(.stamp.background(.ink)) {
        Path().move(20, 70).curve((50, -20), (110, 130), to: (140, 20)).unfilled().stroke(.gold, width: 5)
        Path(polygon: [Point(x: 30, y: 15), Point(x: 60, y: 15), Point(x: 45, y: 40)]).fill(.coral)
          .stroke(.white, width: 2)
      }
    ),
  ]

  @Test("has not changed", arguments: stills)
  func matches(name: String, time: Time, film: Sketch) throws {
    try expectGolden(try film.still(at: time), name)
  }
}

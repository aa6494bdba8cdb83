import Libretto

/// Stills that stay, and a line of words every few seconds: a film as long as wanted for little work.
struct Stills: Composition {
  struct Props: Codable, Sendable { var minutes = 1.0 }
  var props = Props()
  var canvas: Canvas { .size(640, 360).lasting(.seconds(props.minutes * 60)) }
  private let pictures = ["skyline", "avenue", "windows", "umbrella", "river", "tunnel", "rooftops"]

  var body: Layers {
    Series {
      for index in 0..<Int(props.minutes * 7) {
        Image("../Compositions/neon-rain/\(pictures[index % pictures.count]).jpg").lasting(60.0 / 7)
      }
    }
    for index in 0..<Int(props.minutes * 20) {
      Scene(at: .seconds(Double(index) * 3 + 0.2), for: 2.6) {
        Text("line \(index + 1) of the song").font("Inter", size: 36, weight: .semibold).placed(.lowerThird)
      }
    }
    Soundtrack(Song("../Compositions/neon-rain.ogg"))
  }
}

// Films of one clip that fills the screen, for Benchmarks/clips. The props say which, and how it plays.
import Libretto

struct Clips: Composition {
  struct Props: Codable, Sendable {
    var path = "clip.mp4"
    var seconds = 10.0
    var way = "forwards"
  }
  var props = Props()
  var canvas: Canvas { .landscape1080.lasting(props.seconds) }

  var body: Layers {
    switch props.way {
    case "backwards": Video(props.path, reversed: true)
    case "blended": Video(props.path, speed: 0.8).conformed(by: .blend)
    case "small": Video(props.path).frame(width: 480)
    default: Video(props.path)
    }
  }
}

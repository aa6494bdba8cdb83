// Films of one clip that fills the screen, for Benchmarks/clips. The props say which, how it plays, and where else.
import Libretto

struct Clips: Composition {
  struct Props: Codable, Sendable {
    var path = "clip.mp4"
    var seconds = 10.0
    var way = "forwards"
  }
  var props = Props()
  var canvas: Canvas {
    let canvas: Canvas = props.way == "views" ? .landscape720 : .landscape1080
    return canvas.lasting(props.seconds)
  }

  var body: Layers {
    switch props.way {
    case "backwards": Video(props.path, reversed: true)
    case "blended": Video(props.path, speed: 0.8).conformed(by: .blend)
    case "small": Video(props.path).frame(width: 480)
    case "views":
      Video(props.path)
      Video(props.path, trim: 2...).frame(width: .percent(28)).placed(.topLeft)
      Video(props.path, trim: 4...).frame(width: .percent(28)).placed(.topRight)
      Video(props.path, trim: 6...).frame(width: .percent(28)).placed(.bottomLeft)
      Video(props.path, trim: 8...).frame(width: .percent(28)).placed(.bottomRight)
    default: Video(props.path)
    }
  }
}

import Libretto

/// Photographs under slow moves, with titles and dissolves: the kind of film that figures are taken on.
struct Slideshow: Composition {
  struct Props: Codable, Sendable {
    var photos = ["skyline", "avenue", "windows", "umbrella", "river", "tunnel"].map {
      "../Compositions/neon-rain/\($0).jpg"
    }
    var seconds = 60.0
  }

  var props = Props()
  var canvas: Canvas { .landscape1080.lasting(.seconds(props.seconds)) }

  var body: Layers {
    Series {
      for (index, photo) in props.photos.enumerated() {
        Scene {
          Image(photo).kenBurns(index % 2 == 0 ? .zoomIn(0.2) : .zoomOut(0.2, from: .topLeft))
          Text("picture \(index + 1) of \(props.photos.count)")
            .font("Inter", size: 72, weight: .bold).placed(.lowerThird).entering(.fade).exiting(.fade)
        }
        .entering(index == 0 ? .cut : .dissolve, over: .seconds(props.seconds / 60))
      }
    }
  }
}

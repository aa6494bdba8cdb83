import Libretto

/// A song's film of the usual kind: photographs under slow moves, dissolves, and the words line by line.
///
/// All it shows comes from props, so that a script can change one word or put a scene in.
struct SongFilm: Composition {
  struct Props: Codable, Sendable {
    struct Picture: Codable, Sendable {
      var photo: String
      var seconds: Double
      var goesIn: Bool
    }
    struct Line: Codable, Sendable {
      var at: Double
      var seconds: Double
      var words: String
    }
    var pictures: [Picture] = [
      Picture(photo: "../Compositions/neon-rain/skyline.jpg", seconds: 10, goesIn: true)
    ]
    var lines: [Line] = []
    var song = "../Compositions/neon-rain.ogg"
  }

  var props = Props()
  var canvas: Canvas { .landscape1080.lasting(.seconds(length)) }

  /// Each dissolve takes half a second away.
  private var length: Double {
    props.pictures.map(\.seconds).reduce(0, +) - 0.5 * Double(props.pictures.count - 1)
  }

  var body: Layers {
    Series {
      for (index, picture) in props.pictures.enumerated() {
        Image(picture.photo).kenBurns(picture.goesIn ? .zoomIn(0.2) : .zoomOut(0.2, from: .topLeft))
          .entering(index == 0 ? .cut : .dissolve, over: 0.5).lasting(.seconds(picture.seconds))
      }
    }
    for line in props.lines {
      Scene(at: .seconds(line.at), for: .seconds(line.seconds)) {
        Text(line.words).font("Inter", size: 64, weight: .semibold).fitting(width: .percent(80), lines: 2)
          .placed(.lowerThird)
      }
      .entering(.fade, over: 0.25).exiting(.fade, over: 0.25)
    }
    Soundtrack(Song(props.song)).fadingOut(over: 2)
  }
}

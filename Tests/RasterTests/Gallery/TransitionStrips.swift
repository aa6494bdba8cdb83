import Libretto

/// The strips of `Docs/Transitions.md`.
enum TransitionStrips {
  static let all: [Strip] = [
    Strip(
      "fade",
      Sketch(.landscape1080.lasting(2)) {
        Series {
          Image("river.jpg").lasting(1).exiting(.fade, over: 1)
          Image("tunnel.jpg").entering(.fade, over: 1)
        }
      }),
    strip("dissolve", .dissolve), strip("slide", .slide(.left)),
  ]

  /// A river that becomes a tunnel.
  private static func strip(_ name: String, _ transition: Transition) -> Strip {
    let film = Sketch(.landscape1080.lasting(3)) {
      Series {
        Image("river.jpg").lasting(2)
        Image("tunnel.jpg").entering(transition, over: 1)
      }
    }
    return Strip(name, film, at: [1.1, 1.3, 1.5, 1.7, 1.9])
  }
}

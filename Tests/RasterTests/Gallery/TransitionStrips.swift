import Libretto
import Rehearsal

/// The strips of `Docs/Transitions.md`.
enum TransitionStrips {
  static let all: [Strip] =
    [
      Strip(
        "fade",
        Sketch(.landscape1080.lasting(2)) {
          Series {
            Image("river.jpg").lasting(1).exiting(.fade, over: 1)
            Image("tunnel.jpg").entering(.fade, over: 1)
          }
        }),
      Strip(
        "cut",
        Sketch(.landscape1080.lasting(2)) {
          Series {
            Image("river.jpg").lasting(1)
            Image("tunnel.jpg").entering(.cut)
          }
        }),
      overlay("overlay-flash", .flash()), overlay("overlay-lightLeak", .lightLeak()),
      overlay("overlay-shutter", .shutter()),
    ] + transitions.map(strip)

  private static let transitions: [(String, Transition)] = [
    ("dissolve", .dissolve), ("fade-through", .fade(through: .black)),
    ("additiveDissolve", .additiveDissolve), ("blur", .blur()),
    ("wipe", .wipe(.right)), ("wipe-upLeft", .wipe(.upLeft, softness: 0.25)),
    ("blinds", .blinds()), ("clock", .clock()), ("clock-hands", .clock(hands: 3, softness: 0.1)),
    ("iris", .iris()), ("iris-star", .iris(.star)), ("iris-heart", .iris(.heart, closing: true)),
    ("iris-hexagon", .iris(.hexagon, softness: 0.3)), ("iris-diamond", .iris(.diamond)),
    ("checker", .checker()), ("tiles", .tiles()), ("clouds", .clouds()),
    ("luma", .luma("umbrella.jpg", softness: 0.2)),
    ("slide", .slide(.left)), ("push", .push(.left)), ("cover", .cover(.left)),
    ("uncover", .uncover(.left)), ("whipPan", .whipPan()), ("zoom", .zoom()),
    ("morphScale", .morphScale()), ("glitch", .glitch()), ("page", .page()),
    ("page-left", .page(.left)), ("flash", .flash()), ("lightLeak", .lightLeak()),
    ("filmBurn", .filmBurn()),
    (
      "custom",
      .custom("drop") { from, to, progress in
        to.scale(progress.from(0.85, to: 1))
        from.offset(y: progress.eased(.cubicIn).from(.zero, to: .percent(115)))
          .rotation(progress.from(.zero, to: 14))
      }
    ),
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

  private static func overlay(_ name: String, _ overlay: Overlay) -> Strip {
    let film = Sketch(.landscape1080.lasting(2)) {
      Series {
        Image("river.jpg").lasting(1)
        Image("tunnel.jpg").overlaying(overlay, over: 0.6)
      }
    }
    return Strip(name, film, at: [0.75, 0.9, 1, 1.1, 1.25])
  }
}

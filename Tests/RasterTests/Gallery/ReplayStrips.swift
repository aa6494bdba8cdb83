import Libretto
import Rehearsal

/// The strips of `Docs/Time.md`: what is replayed, and small beside it the same as it is.
enum ReplayStrips {
  static let all: [Strip] = [
    strip("speed") { $0.speed(2).looping(.hold) },
    strip("speed-ramp") { $0.speed(.ramp(from: 0.2, to: 2, over: 2)) },
    strip("reversed") { $0.reversed() },
    strip("looping") { $0.speed(2).looping() },
    strip("looping-boomerang") { $0.speed(2).looping(.boomerang) },
    strip("frozen") { $0.frozen(at: 0.7) },
  ]

  /// A disc that swings around for two seconds and changes its colour.
  private static func strip(_ name: String, _ replay: @escaping @Sendable (Group) -> Replay) -> Strip {
    Strip(
      name,
      Sketch(.landscape1080.background(.ink).lasting(2)) {
        let way = Path().move(250, 800).curve((600, -300), (1300, 1400), to: (1670, 280))
        way.unfilled().stroke(.gray(0.25), width: 4)
        let swing = Group {
          Ellipse().fill(.hotPink).frame(width: 320, height: 320).moving(
            along: way, over: 2, easing: .linear)
          Ellipse().fill(.electricBlue).frame(width: 320, height: 320)
            .moving(along: way, over: 2, easing: .linear).opacity(
              .ramp(from: 0, to: 1, over: 2, easing: .linear))
        }
        replay(swing.lasting(2)).fillingTheRest()
        Ellipse().fill(.gray(0.7)).frame(width: 70, height: 70).moving(along: way, over: 2, easing: .linear)
      })
  }
}

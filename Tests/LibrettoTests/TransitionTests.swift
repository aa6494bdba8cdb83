import Libretto
import Rehearsal
import Testing

@Suite("A transition")
struct TransitionTests {
  private static let drop = Transition.custom("drop") { from, to, progress in
    to
    from.offset(y: progress.from(.zero, to: .percent(100)))
  }

  static let films: [(name: String, Sketch, dump: String)] = [
    (
      "overlaps its neighbours and shortens the whole",
      Sketch {
        Series {
          Solid(.red).lasting(4)
          Solid(.blue).entering(.wipe(.left), over: 1).lasting(4)
          Solid(.red).entering(.fade(through: .white), over: 2)
        }
      },
      """
      0.000 10.000  series
        0.000 4.000  solid  #e5383b
        3.000 7.000  solid  #2f6fed  in wipe left 1.000
        5.000 10.000  solid  #e5383b  in fade through #ffffff 2.000
      """
    ),
    (
      "is said by either neighbour, or by what has none",
      Sketch {
        Series {
          Solid(.red).entering(.iris(), over: 0.5).lasting(4).exiting(drop, over: 1)
          Solid(.blue).exiting(.page(), over: 2)
        }
        Solid(.white).entering(.glitch()).exiting(.push(.up), over: 0.2)
      },
      """
      0.000 10.000  series
        0.000 4.000  solid  #e5383b  in iris 0.500
        3.000 10.000  solid  #2f6fed  in drop 1.000  out page upLeft 2.000
      0.000 10.000  solid  #ffffff  in glitch 0.500  out push up 0.200
      """
    ),
    (
      "may have an overlay over its cut, which takes no time",
      Sketch {
        Series {
          Solid(.red).lasting(4)
          Solid(.blue).overlaying(.flash(), over: 0.4).lasting(4)
          Solid(.red).entering(.dissolve, over: 1).overlaying(.flash(), over: 1)
        }
      },
      """
      0.000 10.000  group
        0.000 10.000  series
          0.000 4.000  solid  #e5383b
          4.000 8.000  solid  #2f6fed
          7.000 10.000  solid  #e5383b  in dissolve 1.000
        3.800 4.200  solid  #ffffff  opacity computed  blend add
        7.000 8.000  solid  #ffffff  opacity computed  blend add
      """
    ),
    (
      "longer than a neighbour is an error",
      Sketch {
        Series {
          Solid(.red).lasting(1)
          Solid(.blue).entering(.clock(), over: 2)
        }
      },
      "error: the transition into this lasts 2.000 s, and the one before is on stage for only 1.000 s"
    ),
    (
      "never touches another",
      Sketch {
        Series {
          Solid(.red).exiting(.cover(.left)).lasting(4)
          Solid(.blue).entering(.zoom())
        }
      },
      "error: two transitions at one cut: the one before exits by cover left, this enters by zoom"
    ),
    (
      "by a picture that isn't there is an error",
      Sketch { Solid(.red).entering(.luma("smoke.png")) }, "error: there is no picture smoke.png"
    ),
    (
      "has no room for an overlay that is longer than what it joins",
      Sketch {
        Series {
          Solid(.red).lasting(1)
          Solid(.blue).overlaying(.lightLeak(), over: 3)
        }
      },
      "error: half of the light leak over this cut lasts 1.500 s, and the one before has only 1.000 s"
    ),
    (
      "and an overlay without length say so",
      Sketch { Solid(.red).overlaying(.flash(), over: 0) },
      "error: the flash over this cut has no length"
    ),
  ]

  @Test("…", arguments: films)
  func lowers(name: String, film: Sketch, dump: String) {
    let found = film.dump().split(separator: "\n").filter { !$0.contains("error") || $0 == dump }
    let errors = film.dump().split(separator: "\n").filter { $0.hasPrefix("error") }
    if dump.hasPrefix("error") {
      #expect(errors.first.map(String.init) == dump, "\(name)")
    } else {
      #expect(found.joined(separator: "\n") == dump && errors.isEmpty, "\(name)")
    }
  }

  @Test("gives its closure the two sides once, and says which are there")
  func sides() {
    let log = Sides()
    let seen = Transition.custom("seen") { from, to, _ in
      let _ = log.note((from.isThere, to.isThere, to.fillsItsPlace))
      to
    }
    _ = Sketch {
      Series {
        Solid(.red).lasting(2)
        Solid(.blue).entering(seen)
      }
      Solid(.red).entering(seen)
      Solid(.red).frame(width: 10).exiting(seen)
    }.dump()
    let expected = [(true, true, true), (false, true, true), (true, false, false)]
    #expect(log.all.count == 3 && zip(log.all, expected).allSatisfy { $0 == $1 })
  }

  @Test("takes whatever numbers it is given")
  func absurd() {
    let numbers = [Double.nan, .infinity, -.infinity, -1, 0, 1e300]
    let counts = [Int.min, -1, 0, 1, Int.max]
    let transitions =
      numbers.flatMap { number -> [Transition] in
        [
          .wipe(.left, softness: number), .zoom(number), .morphScale(number), .page(radius: number),
          .glitch(strength: number), .clouds(count: number), .blur(.vmin(number)),
          .iris(.circle(at: Anchor(x: number, y: number))),
        ]
      }
      + counts.flatMap { count -> [Transition] in
        [
          .blinds(count: count), .clock(hands: count), .checker(count: count), .tiles(count: count),
          .glitch(jumps: count), .iris(.polygon(count)), .iris(.star(points: count)),
          .slices(count: count), .spiral(arms: count),
        ]
      }
    for transition in transitions {
      let film = Sketch(.small) { Solid(.red).entering(transition, over: 1) }
      #expect(film.dump().contains(transition.name))
    }
  }
}

/// What a closure was told.
private final class Sides: @unchecked Sendable {
  // Lowering is one thread's work.
  private(set) var all: [(Bool, Bool, Bool)] = []
  func note(_ sides: (Bool, Bool, Bool)) { all.append(sides) }
}

@Suite("A value made of another")
struct DerivedValueTests {
  @Test("follows it at every moment")
  func follows() {
    let film = Sketch(.small) {
      Solid(.red).opacity(Animated<Double>.ramp(from: 0, to: 1, over: 1).within(0.5...1).from(1, to: 0.5))
    }
    let look = film.lowered().timeline?.clips[0].look
    let values = [0, 0.25, 0.5, 0.75, 1].map { look?.opacity.value(at: .seconds($0)) ?? -1 }
    #expect(values[0] == 1 && values[2] == 1 && values[4] == 0.5 && values[3] < 1 && values[3] > 0.5)
  }

  @Test("stays where the other stays")
  func stays() {
    let film = Sketch(.small) { Solid(.red).opacity(Animated(0.25).map { $0 * 2 }) }
    #expect(film.lowered().timeline?.clips[0].look.opacity.fixed == 0.5)
  }
}

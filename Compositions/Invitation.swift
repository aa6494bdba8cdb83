import Libretto

/// One template, many films: `libretto render Invitation --props guest.json` with
/// `{"name": "Ada", "seat": 12}`.
struct Invitation: Composition {
  struct Props: Codable, Sendable {
    var name = "you"
    var seat = 1
  }

  var props = Props()
  var canvas: Canvas { .square1080.lasting(6).background(.ink) }

  var body: Layers {
    Rectangle().fill(.radialGradient(.indigo, .ink, center: .top, radius: 1.1))
    confetti
    Rectangle(cornerRadius: 28).unfilled().stroke(.gold.opacity(0.8), width: 3)
      .frame(width: .spring(from: 200, to: 920, .gentle), height: .spring(from: 120, to: 620, .gentle))
    Text("Dear \(props.name),").font("Dancing Script", size: 150, weight: .bold)
      .fitting(width: .percent(78), height: .percent(24), lines: 2).fill(.paper)
      .placed(x: .percent(50), y: .percent(37), anchor: .center)
      .scale(.spring(from: 0.8, to: 1, at: 0.3)).opacity(.ramp(from: 0, to: 1, over: 0.5, at: 0.3))
    Text("we would love to have you there.").font("EB Garamond", size: 56, italic: true).fill(.gold)
      .offset(y: 60).starting(at: 1.2).entering(.slide(.up), over: 0.6)
    if props.seat > 0 {
      Text("seat \(props.seat)").font("JetBrains Mono", size: 44).fill(.paper.opacity(0.85))
        .offset(y: 190).starting(at: 2).entering(.slide(.up), over: 0.4)
    }
  }

  @LayersBuilder private var confetti: Layers {
    for index in 0..<60 {
      let noise = Noise("confetti")
      let (x, speed) = (noise.value(index, in: 0...1080), noise.value(index + 100, in: 60...190))
      let start = noise.value(index + 200, in: -1100...900)
      Rectangle(cornerRadius: 3)
        .fill([Color.gold, .hotPink, .electricBlue, .paper][index % 4].opacity(0.7))
        .frame(width: 14, height: 8).placed(x: x, y: start)
        .offset(
          x: .noise(.pixels(-24), .pixels(24), every: 1.3, seed: Noise(seed: UInt64(index))),
          y: .computed { .pixels($0 * speed) }
        )
        .rotation { $0 * speed * 1.5 }
    }
  }
}

import Libretto

/// What letters are hard to read on, drawn: snow, leaves, and the night as a picture.
enum Ground: String, CaseIterable, Sendable {
  case plain, snow, leaves, night

  @LayersBuilder var layers: Layers {
    switch self {
    case .plain: Solid(.hex(0x1B2440))
    case .snow:
      Rectangle().fill(.gradient(.hex(0xDDEBF7), .white))
      drifts
    case .leaves:
      Solid(.hex(0x3E6B1F))
      leaves
    case .night: Image("river.jpg").fit(.cover)
    }
  }

  @LayersBuilder private var drifts: Layers {
    let noise = Noise("drifts")
    for index in 0..<14 {
      Ellipse().fill(index % 3 == 0 ? Color.hex(0xBFD3E6) : .white)
        .frame(
          width: .percent(20 + 40 * noise.value(3 * index)),
          height: .percent(4 + 8 * noise.value(3 * index + 1))
        )
        .placed(
          x: .percent(100 * noise.value(3 * index + 2)), y: .percent(30 + 5 * Double(index)),
          anchor: .center)
    }
  }

  @LayersBuilder private var leaves: Layers {
    let noise = Noise("leaves")
    let greens: [Color] = [.hex(0x2C5215), .hex(0x7FB53A), .hex(0xB9DD6B), .hex(0x4F8427), .hex(0xE6F2A8)]
    for index in 0..<160 {
      Ellipse().fill(greens[index % greens.count])
        .frame(
          width: .vmin(3 + 5 * noise.value(4 * index)), height: .vmin(14 + 16 * noise.value(4 * index + 1))
        )
        .rotation(360 * noise.value(4 * index + 2))
        .placed(
          x: .percent(100 * noise.value(4 * index + 3)), y: .percent(100 * noise.value(4 * index + 1_000)),
          anchor: .center)
    }
  }
}

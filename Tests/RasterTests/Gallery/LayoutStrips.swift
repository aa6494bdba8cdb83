import Libretto
import Rehearsal

/// The strips of `Docs/Layout.md`: containers whose elements come one by one.
enum LayoutStrips {
  static let all: [Strip] = [
    Strip("column", film { Column(spacing: 30) { tiles(3) }.staggered(stagger) }),
    Strip("row", film { Row(spacing: 30) { tiles(4) }.staggered(stagger) }),
    Strip(
      "grid",
      film {
        Grid(columns: 3, spacing: 30) { tiles(5) }.frame(width: 1200, height: 700).staggered(stagger)
      }),
    Strip("ring", film { Ring(radius: 370) { tiles(8) }.staggered(.forward(0.1)) }),
    Strip(
      "ring-turned",
      film {
        Ring(radius: 640, from: -60, spread: 120, turned: true) { tiles(5) }.staggered(stagger)
          .offset(y: 320)
      }),
  ]

  private static let stagger = Stagger.forward(0.2)

  @LayersBuilder private static func tiles(_ count: Int) -> Layers {
    for index in 0..<count {
      let color = Color.mix(.hotPink, .electricBlue, Double(index) / Double(count - 1))
      Group {
        Rectangle(cornerRadius: 36).fill(color)
        Text("\(index + 1)").font("Inter", size: 110, weight: .bold)
      }
      .frame(width: 240, height: 200).entering(.fade, over: 0.3).scale(.spring(from: 0.6, to: 1))
    }
  }

  private static func film(@LayersBuilder _ content: @escaping @Sendable () -> Layers) -> Sketch {
    Sketch(.landscape1080.background(.ink).lasting(2), content)
  }
}

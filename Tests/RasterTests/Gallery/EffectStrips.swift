import Libretto
import Rehearsal

/// The strips of `Docs/Effects.md`: each effect from nothing to much, or over time.
enum EffectStrips {
  static let all: [Strip] = [
    strip("blurred") { $0.blurred { 12 * $0 * $0 } },
    strip("blurred-along") { $0.blurred(.ramp(from: 0, to: 160, over: 2), along: .degrees(-20)) },
    strip("zoom-blurred") { $0.zoomBlurred { 0.12 * $0 } },
    strip("blooming") { $0.blooming(.ramp(from: 0, to: 2, over: 2), above: 0.4) },
    strip("vignetted") { $0.vignetted(.ramp(from: 0, to: 0.9, over: 2)) },
    strip("light-leaking") { $0.lightLeaking(.ramp(from: 0.2, to: 1.2, over: 2)) },
    strip("grained") { $0.grained(.ramp(from: 0, to: 1.2, over: 2), size: 7) },
    strip("grained-sensor") { $0.grained(.ramp(from: 0, to: 1.2, over: 2), .sensor, size: 7) },
    Strip(
      "keyed",
      Sketch(.landscape1080.lasting(2)) {
        let filmed = Group {
          Solid(.hex(0x3AA655))
          Image("umbrella.jpg").frame(width: 900, height: 900).masked {
            Ellipse().fill(
              .radial(
                [ColorStop(.white, at: 0.7), ColorStop(.white.opacity(0), at: 1)], center: .center,
                radius: 0.5))
          }
          Text("HAIR").font("Bebas Neue", size: 300).fill(.gold).offset(x: 520, y: 300)
        }
        Image("tunnel.jpg")
        filmed.keyed()
        filmed.exiting(.wipe(.right), over: 2)
      }),
    strip("scan-lined") { $0.scanLined(.ramp(from: 0, to: 0.8, over: 2), every: 40) },
    strip("pixelated") { $0.pixelated { 2 + 40 * $0 } },
    strip("fringed") { $0.fringed { 16 * $0 } },
    strip("fringed-along") { $0.fringed(.ramp(from: 0, to: 40, over: 2), along: 0) },
    Strip(
      "shadowed",
      Sketch(.landscape1080.background(.paper).lasting(2)) {
        Group {
          Rectangle(cornerRadius: 60).fill(.gradient(.hotPink, .gold)).frame(width: 900, height: 560)
          Ellipse().fill(.electricBlue).frame(width: 420, height: 420).offset(x: 460, y: 190)
        }
        .offset(x: -90, y: -60)
        .shadowed(
          x: .ramp(from: 0, to: 60, over: 2), y: .ramp(from: 4, to: 120, over: 2),
          blur: .ramp(from: 4, to: 160, over: 2))
      }),
    moving("trailing") { $0.trailing(5, every: 0.12, fading: 0.65) },
    moving("motion-blurred") { $0.motionBlurred(shutter: 1, samples: 16) },
    moving("stepped") { $0.stepped(to: 2) },
    strip("brightness") { $0.graded(.brightness(across(-0.4, 0.4))) },
    strip("exposure") { $0.graded(.exposure(across(-2, 2))) },
    strip("contrast") { $0.graded(.contrast(across(0.3, 1.8))) },
    strip("saturation") { $0.graded(.saturation(across(0, 2))) },
    strip("temperature") { $0.graded(.temperature(across(-1, 1))) },
    strip("tint") { $0.graded(.tint(across(-1, 1))) },
    strip("hue") { $0.graded(.hue(across(-180, 180))) },
    strip("balance") {
      $0.graded(.balance(lift: .rgb(0, across(-0.1, 0.1), 0.05), gamma: .all(across(0.7, 1.5))))
    },
    strip("curve") { $0.graded(.curve((0, 0.06), (0.25, 0.16), (0.7, 0.84), (1, 0.96))) },
    strip("curves") {
      $0.graded(.curves(red: [(0, 0), (0.5, 0.65), (1, 1)], blue: [(0, 0.1), (0.5, 0.4), (1, 0.85)]))
    },
    strip("duotone") { $0.graded(.duotone(.midnight, .coral, strength: across(0, 1))) },
    strip("gradientMap") { $0.graded(.gradientMap(.midnight, .hotPink, .gold, strength: across(0, 1))) },
    strip("lut") { $0.graded(.lut("night.cube", strength: across(0, 1))) },
  ]

  private static func across(_ from: Double, _ to: Double) -> Animated<Double> {
    .ramp(from: from, to: to, over: 2, easing: .linear)
  }

  /// A disc that swings around for two seconds, with something done to it.
  private static func moving(_ name: String, _ effect: @escaping @Sendable (Ellipse) -> Ellipse) -> Strip {
    Strip(
      name,
      Sketch(.landscape1080.background(.ink).lasting(2)) {
        let way = Path().move(250, 800).curve((600, -300), (1300, 1400), to: (1670, 280))
        way.unfilled().stroke(.gray(0.25), width: 4)
        effect(
          Ellipse().fill(.gradient(.hotPink, .electricBlue)).frame(width: 320, height: 320).moving(
            along: way, over: 2, easing: .linear))
      })
  }

  /// A picture for two seconds, with something done to it.
  private static func strip(_ name: String, _ effect: @escaping @Sendable (Image) -> Image) -> Strip {
    Strip(name, Sketch(.landscape1080.lasting(2)) { effect(Image("tunnel.jpg")) })
  }
}

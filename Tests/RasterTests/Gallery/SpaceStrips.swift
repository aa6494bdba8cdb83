import Libretto
import Rehearsal

/// The strips of `Docs/Compositing.md` about depth and what lies beneath.
enum SpaceStrips {
  static let all: [Strip] = [
    Strip(
      "tilted",
      Sketch(.landscape1080.background(.ink).lasting(2)) {
        Image("umbrella.jpg").frame(width: 1100, height: 700).cornerRadius(50).border(.white, width: 10)
          .tilted(x: 12, y: across(.degrees(-80), .degrees(200)))
      }),
    Strip(
      "depth",
      Sketch(.landscape1080.background(.ink).lasting(2)) {
        Camera(.pan(x: 700), .dolly(500), easing: .linear) {
          Image("tunnel.jpg").scale(1.3).depth(2500, keepingSize: true)
          Text("FAR").font("Bebas Neue", size: 520).depth(1200)
          for number in 0..<4 {
            Rectangle(cornerRadius: 40).fill(.gradient(.hotPink, .violet)).frame(width: 180, height: 700)
              .placed(x: .pixels(300 + 440 * Double(number)), y: 860).depth(
                .pixels(700 - 350 * Double(number)))
          }
        }
      }),
    Strip(
      "frosted",
      Sketch(.landscape1080.lasting(2)) {
        Image("tunnel.jpg")
        Group { Text("glass").font("Inter", size: 200, weight: .bold) }
          .frame(width: 900, height: 560).cornerRadius(70).border(.white.opacity(0.5), width: 4)
          .frosted(28).shadowed(y: 40, blur: 120).tilted(y: across(.degrees(-50), .degrees(50)))
      }),
    Strip(
      "backdrop",
      Sketch(.landscape1080.lasting(2)) {
        Image("umbrella.jpg")
        Text("UNDER").font("Bebas Neue", size: 420)
        Backdrop().graded(.duotone(.midnight, .gold)).frame(width: 1100, height: .percent(100))
          .placed(x: across(.pixels(-500), .pixels(2400)), y: .percent(50))
      }),
  ]

  private static func across<Value: Animatable>(_ from: Value, _ to: Value) -> Animated<Value> {
    .ramp(from: from, to: to, over: 2, easing: .linear)
  }
}

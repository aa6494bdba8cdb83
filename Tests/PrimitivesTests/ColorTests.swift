import Primitives
import Testing

@Suite("A color")
struct ColorTests {
  @Test(
    "prints as CSS writes it",
    arguments: [
      (Color.hex(0xFF2A6D), "#ff2a6d"), (.hex(0x00_0A0B), "#000a0b"), (.black.opacity(0.5), "#00000080"),
      (.clear, "#00000000"), (.white, "#ffffff"), (.hex(0xABFF_FFFF), "#ffffff"),
    ])
  func prints(color: Color, text: String) {
    #expect(color.description == text)
  }

  @Test(
    "is read as designers write it",
    arguments: [
      ("#ff2e88", "#ff2e88"), ("ff2e88", "#ff2e88"), ("#f28", "#ff2288"), ("#FF2E8880", "#ff2e8880"),
      ("#f288", "#ff228888"), ("#ff2e8", nil), ("", nil), ("#", nil), ("#gg0000", nil), ("#ff2e880", nil),
      ("hotPink", nil), ("#ｆｆ2e88", nil),
    ])
  func reads(code: String, text: String?) {
    #expect(Color(code: code)?.description == text)
  }

  @Test("keeps its channels between 0 and 1, whatever they are computed from")
  func clamps() {
    let color = Color(red: -3, green: 7, blue: .nan, alpha: .infinity)
    #expect(color == Color(red: 0, green: 1, blue: 0))
    #expect(Color.white.opacity(.nan) == Color.white.opacity(0))
  }

  @Test("mixes channel by channel, and no further than it can")
  func mixes() {
    let middle = Color.black.mixed(with: .white, by: 0.5)
    #expect(abs(middle.red - 0.389) < 0.002 && middle.red == middle.blue)
    #expect(Color.black.mixed(with: .white, by: 1.7) == .white)
    #expect(Color.gold.mixed(with: .teal, by: 0) == .gold)
  }

  @Test("of a paint tells whether anything shows through")
  func knowsOpacity() {
    let paints: [Paint] = [
      .color(.red), .gradient(.red, .blue), .color(.red.opacity(0.99)), .gradient(.red, .clear),
      .linear([], from: .top, to: .bottom),
    ]
    #expect(paints.map(\.isOpaque) == [true, true, false, false, false])
    #expect("\(Paint.radialGradient(.black, .white))" == "radial #000000 #ffffff")
  }

  @Test("of a gradient stands at equal distances")
  func spreads() {
    #expect(ColorStop.spread([.red, .gold, .teal]).map(\.position) == [0, 0.5, 1])
    #expect(ColorStop.spread([.red]).map(\.position) == [0])
    #expect(ColorStop.spread([]).isEmpty)
  }
}

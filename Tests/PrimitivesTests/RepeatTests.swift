import Primitives
import Testing

@Suite("A value that moves")
struct RepeatTests {
  private func curve(_ count: Int?, back: Bool) -> Curve<Double> {
    let ramp = Curve<Double>.keyframes([
      .init(time: 0, value: 0, easing: .linear), .init(time: 2, value: 10, easing: .linear),
    ])
    return .repeated(ramp, from: 1, every: 2, count: count, thereAndBack: back)
  }

  @Test("begins again, or goes back, as often as it is told")
  func repeats() {
    let times: [Time] = [0, 1, 2, 2.5, 3, 3.5, 5.5, 100]
    func values(_ curve: Curve<Double>) -> [Double] { times.map { curve.value(at: $0) } }
    // The ramp counts from the element's begin; one second of it is over when the rounds begin.
    #expect(values(curve(nil, back: false)) == [5, 5, 10, 10, 5, 7.5, 7.5, 10])
    #expect(values(curve(nil, back: true)) == [5, 5, 10, 10, 10, 10, 7.5, 10])
    #expect(values(curve(1, back: false)) == [5, 5, 10, 10, 10, 10, 10, 10])
    #expect(values(curve(2, back: true)) == [5, 5, 10, 10, 10, 10, 5, 5])
  }

  @Test("is a color between two as eyes see it, not as wires do")
  func colors() {
    let middle = Color.mix(.hex(0xFFFF00), .hex(0x0000FF), 0.5)
    // Half-way from yellow to blue the wires would be gray.
    #expect(max(middle.red, middle.green, middle.blue) - min(middle.red, middle.green, middle.blue) > 0.2)
    let gray = Color.mix(.black, .white, 0.5)
    #expect(abs(gray.red - 0.389) < 0.005 && gray.red == gray.green && gray.green == gray.blue)
    #expect(Color.mix(.red, .blue, 0) == .red && Color.mix(.red, .blue, 1) == .blue)
    let fading = Color.mix(.red, .clear, 0.5)
    #expect(
      abs(fading.alpha - 0.5) < 1e-4 && abs(fading.red - Color.red.red) < 0.002
        && abs(fading.blue - Color.red.blue) < 0.002)
    let wild = Color.mix(.red, .blue, 40)
    #expect([wild.red, wild.green, wild.blue].allSatisfy { (0...1).contains($0) })
  }

  @Test("is a paint between two of any kind")
  func paints() {
    let sunset = Paint.gradient(.red, .blue)
    guard case .linear(let stops, _, _) = Paint.mix(.color(.red), sunset, 0.5) else {
      Issue.record("no gradient")
      return
    }
    #expect(
      stops.map(\.position) == [0, 1] && stops[0].color == .red && stops[1].color == .mix(.red, .blue, 0.5))
    #expect(Paint.mix(sunset, .radialGradient(.red, .blue), 0.4) == sunset)
    #expect(Paint.mix(sunset, sunset, 0.4) == sunset)
  }

  @Test(
    "keeps an easing's ends, and swings where it should", arguments: [Easing.elastic, .bounce, .anticipate])
  func easings(easing: Easing) {
    #expect(
      easing(0) == 0 && easing(1) == 1 && abs(easing(0.9999) - 1) < 0.001 && abs(easing(0.0001)) < 0.01)
    let values = (0...1000).map { easing(Double($0) / 1000) }
    let steps = zip(values, values.dropFirst()).map { abs($0 - $1) }
    #expect((steps.max() ?? 1) < 0.03, "it jumps")
    switch easing {
    case .elastic: #expect(values.max() ?? 0 > 1.1)
    case .bounce: #expect(values.max() == 1 && values[364] > 0.99 && values[545] < 0.76)
    default: #expect(values.min() ?? 0 < -0.05)
    }
  }
}

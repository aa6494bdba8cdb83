import Foundation
import Primitives
import Testing

@Suite("Easing")
struct EasingTests {
  static let tame: [Easing] = [
    .linear, .easeIn, .easeOut, .easeInOut, .sineIn, .sineOut, .sineInOut, .quadIn, .quadOut, .quadInOut,
    .cubicIn, .cubicOut, .cubicInOut, .quintIn, .quintOut, .quintInOut, .expoIn, .expoOut, .expoInOut,
    .hold, .steps(4), .steps(0), .steps(.max),
  ]
  static let wild: [Easing] = [
    .backIn, .backOut, .backInOut, .cubic(.nan, 0, 1, 1), .cubic(-3, 0, 7, 1),
    .cubic(0, .nan, 0, .infinity),
  ]

  @Test("begins at 0 and ends at 1, and stays there outside", arguments: tame + wild)
  func hasEnds(easing: Easing) {
    #expect([-.infinity, -1, 0].map { easing($0) } == [0, 0, 0])
    #expect([1, 2, .infinity].map { easing($0) } == [1, 1, 1])
    #expect(easing(.nan) == 0)
  }

  @Test("never goes back unless it is meant to", arguments: tame)
  func isMonotone(easing: Easing) {
    let values = (0...1000).map { easing(Double($0) / 1000) }
    let falls = zip(values, values.dropFirst()).filter { $0 > $1 + 1e-12 }
    #expect(falls.isEmpty)
  }

  @Test(
    "is CSS's",
    arguments: [
      (.easeIn, 0.5, 0.315357), (.easeOut, 0.5, 0.684643), (.easeInOut, 0.25, 0.129162),
      (.easeInOut, 0.5, 0.5), (.cubic(0.25, 0.1, 0.25, 1), 0.5, 0.802403), (.steps(4), 0.6, 0.5),
      (.steps(4), 0.999, 0.75), (.hold, 0.999, 0), (.linear, 0.3, 0.3),
    ] as [(Easing, Double, Double)])
  func hasKnownValues(easing: Easing, time: Double, value: Double) {
    #expect(abs(easing(time) - value) < 1e-6)
  }

  @Test("of the back family goes beyond its ends")
  func overshoots() {
    #expect(Easing.backOut(0.6) > 1.05)
    #expect(Easing.backIn(0.3) < -0.02)
  }
}

@Suite("A spring")
struct SpringTests {
  static let springs: [Spring] = [
    .smooth, .gentle, .snappy, .bouncy, .wobbly, Spring(), Spring(velocity: 12), Spring(velocity: -3),
    Spring(mass: 4, stiffness: 900, damping: 3), Spring(stiffness: 40_000, damping: 30),
  ]

  @Test("starts at 0 and settles at 1", arguments: springs)
  func settles(spring: Spring) {
    #expect([-1, 0].map { spring.progress(after: $0) } == [0, 0])
    #expect(abs(spring.progress(after: 60) - 1) < 1e-6)
  }

  @Test("moves as the closed form of its motion says", arguments: springs)
  func matchesClosedForm(spring: Spring) {
    let decay = spring.damping / (2 * spring.mass)
    let square = spring.stiffness / spring.mass - decay * decay
    let worst = (1...200).map { Double($0) / 40 }.map { time -> Double in
      let rest: Double
      if square > 0 {
        let beat = square.squareRoot()
        rest = exp(-decay * time) * (cos(beat * time) + (decay - spring.velocity) / beat * sin(beat * time))
      } else {
        let beat = (-square).squareRoot()
        let (fast, slow) = (-decay - beat, -decay + beat)
        let share = (-spring.velocity - fast) / (slow - fast)
        rest = share * exp(slow * time) + (1 - share) * exp(fast * time)
      }
      return abs(spring.progress(after: time) - (1 - rest))
    }.max()
    #expect(worst ?? 1 < 1e-8)
  }

  @Test(
    "as stiff or as slow as can be is still a spring",
    arguments: [
      (Spring(stiffness: 1, damping: 1e7), 0.0...0.01), (Spring(stiffness: 1, damping: 2.93e5), 0.0...0.01),
      (Spring(stiffness: 1e12, damping: 2e6), 0.999...1.001), (Spring(mass: 1e9), 0.0...0.01),
      (Spring(stiffness: 1e10, damping: 0), 0.0...2.0),
    ])
  func copesWithExtremes(spring: Spring, range: ClosedRange<Double>) {
    #expect(range.contains(spring.progress(after: 10)))
  }

  @Test(
    "without sense has arrived",
    arguments: [
      Spring(mass: 0), Spring(mass: -1), Spring(stiffness: 0), Spring(stiffness: -5), Spring(mass: .nan),
      Spring(stiffness: .infinity), Spring(velocity: .nan), Spring(damping: .nan),
      Spring(damping: .infinity),
    ])
  func toleratesNonsense(spring: Spring) {
    #expect(spring.progress(after: 0) == 0)
    #expect(spring.progress(after: 0.5).isFinite)
    #expect(spring.progress(after: .infinity).isFinite)
  }

  @Test("with negative damping swings on as without any")
  func hasNoNegativeDamping() {
    #expect(Spring(damping: -9).progress(after: 3) == Spring(damping: 0).progress(after: 3))
  }
}

@Suite("Noise")
struct NoiseTests {
  let noise = Noise("rain")

  @Test("never changes for a seed and an index")
  func isStable() {
    let values = [0, 1, -1, .max].map { noise.value($0) }
    #expect(values == [0.059602140376096124, 0.9192888763067257, 0.6563116497424042, 0.6414589055237111])
    #expect(Noise(seed: 7).value(7) == 0.46795300422287345)
  }

  @Test("is spread evenly from 0 up to 1")
  func isEven() {
    let values = (0..<10_000).map { noise.value($0) }
    let tenths = (0..<10).map { tenth in values.count { Int($0 * 10) == tenth } }
    #expect(tenths.allSatisfy { (850...1150).contains($0) })
    #expect((0..<100).allSatisfy { (-3.0...5).contains(noise.value($0, in: -3...5)) })
  }

  @Test("wanders smoothly between fresh values")
  func wanders() {
    #expect(noise.wander(3) == noise.value(3))
    let path = (-5000...5000).map { noise.wander(Double($0) / 1000) }
    let largest = zip(path, path.dropFirst()).map { abs($0 - $1) }.max() ?? 1
    #expect(largest < 0.0016)
    #expect([Double.nan, .infinity, 1e300].map { noise.wander($0) } == [0.5, 0.5, 0.5])
  }
}

@Suite("A curve")
struct CurveTests {
  private let keys = Curve<Double>.keyframes([
    .init(time: 1, value: 10, easing: .linear), .init(time: 3, value: 20, easing: .linear),
    .init(time: 3, value: 50, easing: .hold), .init(time: 5, value: 60, easing: .hold),
  ])

  @Test(
    "of keyframes passes through them and holds outside",
    arguments: [
      (-9, 10), (1, 10), (2, 15), (2.5, 17.5), (3, 50), (4.999, 50), (5, 60), (99, 60),
    ] as [(Double, Double)])
  func interpolates(seconds: Double, value: Double) {
    #expect(keys.value(at: Time(seconds: seconds)) == value)
  }

  @Test("of a spring waits for its moment, and one of noise stays between its values")
  func moves() {
    let spring = Curve.spring(from: 5.0, to: 7.0, .smooth, at: 2)
    #expect([0, 2].map { spring.value(at: Time(seconds: $0)) } == [5, 5])
    #expect(abs(spring.value(at: 20) - 7) < 1e-6)
    let noise = Curve.noise(-1.0, 1.0, every: 0.5, Noise("x"))
    let values = (0..<100).map { noise.value(at: Time(seconds: Double($0) / 9)) }
    #expect(values.allSatisfy { (-1...1).contains($0) } && Set(values).count > 90)
    #expect(Curve.noise(-1.0, 1.0, every: 0, Noise("x")).value(at: 1).isFinite)
  }

  @Test("computed by an author gets seconds; only a constant one is fixed")
  func computes() {
    #expect(Curve<Double>.computed { $0.seconds * 2 }.value(at: 1.5) == 3)
    #expect(Curve.constant(4.0).fixed == 4)
    #expect(keys.fixed == nil)
  }
}

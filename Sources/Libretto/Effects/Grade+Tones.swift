import Primitives
import Timeline

/// Shadows, middle tones and lights, each for red, green and blue.
private struct Balance: AskedEffect {
  var lift: Tones
  var gamma: Tones
  var gain: Tones

  mutating func resolve(by resolver: EffectResolver) {
    lift.resolve(by: resolver)
    gamma.resolve(by: resolver)
    gain.resolve(by: resolver)
  }

  func filter(at instant: EffectInstant) -> Filter {
    func curve(_ channel: KeyPath<Tones, Animated<Double>>) -> ToneCurve {
      .balance(
        lift: instant.number(lift[keyPath: channel], -1...1),
        gamma: instant.number(gamma[keyPath: channel], 0.05...20, neutral: 1),
        gain: instant.number(gain[keyPath: channel], 0...20, neutral: 1))
    }
    return .grade(.curves(curve(\.red), curve(\.green), curve(\.blue)))
  }
}

/// Each channel along a curve that stays.
private struct ToneCurves: AskedEffect {
  var red: ToneCurve
  var green: ToneCurve
  var blue: ToneCurve

  mutating func resolve(by resolver: EffectResolver) {}

  func filter(at instant: EffectInstant) -> Filter { .grade(.curves(red, green, blue)) }
}

extension Grade {
  /// Shadows lifted, middle tones bent, lights raised: 0, 1 and 1 change nothing.
  ///
  /// A bare number is for all colors; `.rgb(0, 0, 0.06)` is for red, green and blue apart.
  public static func balance(
    lift: some TonesForm = 0, gamma: some TonesForm = 1, gain: some TonesForm = 1
  ) -> Grade {
    Grade(Balance(lift: lift.tones, gamma: gamma.tones, gain: gain.tones))
  }

  /// Brightness along a smooth curve through points from (0, 0) to (1, 1), each what comes in and what goes out.
  public static func curve(_ points: (Double, Double)...) -> Grade {
    let curve = ToneCurve(points)
    return Grade(ToneCurves(red: curve, green: curve, blue: curve))
  }

  /// The same for red, green and blue apart; without points a color stays.
  public static func curves(
    red: [(Double, Double)] = [], green: [(Double, Double)] = [], blue: [(Double, Double)] = []
  ) -> Grade {
    Grade(ToneCurves(red: ToneCurve(red), green: ToneCurve(green), blue: ToneCurve(blue)))
  }
}

extension ToneCurve {
  /// Through points in order of what comes in; the last of several with the same counts.
  fileprivate init(_ points: [(Double, Double)]) {
    func inRange(_ value: Double) -> Double { max(0, min(1, value)).snappedToRatioGrid }
    var inOrder: [Point] = []
    let usable = points.filter { $0.0 == $0.0 && $0.1 == $0.1 }.map {
      Point(x: inRange($0.0), y: inRange($0.1))
    }
    for (_, point) in usable.enumerated().sorted(by: {
      ($0.element.x, $0.offset) < ($1.element.x, $1.offset)
    }) {
      if inOrder.last?.x == point.x { inOrder.removeLast() }
      inOrder.append(point)
    }
    self = .through(inOrder)
  }
}

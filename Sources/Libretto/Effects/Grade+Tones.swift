import Primitives
import Timeline

extension Grade {
  /// Shadows lifted, middle tones bent, lights raised: 0, 1 and 1 change nothing.
  ///
  /// A bare number is for all colours; `.rgb(0, 0, 0.06)` is for red, green and blue apart.
  public static func balance(lift: Tones = 0, gamma: Tones = 1, gain: Tones = 1) -> Grade {
    let numbers = [lift, gamma, gain].flatMap { [$0.red, $0.green, $0.blue] }
    return Grade(
      EffectRequest(numbers: numbers) { instant in
        let curves = (0..<3).map { channel in
          ToneCurve.balance(
            lift: instant.number(channel, -1...1),
            gamma: instant.number(3 + channel, 0.05...20, neutral: 1),
            gain: instant.number(6 + channel, 0...20, neutral: 1))
        }
        return .grade(.curves(curves[0], curves[1], curves[2]))
      })
  }

  @_disfavoredOverload
  public static func balance(lift: Double = 0, gamma: Double = 1, gain: Double = 1) -> Grade {
    balance(lift: .all(Animated(lift)), gamma: .all(Animated(gamma)), gain: .all(Animated(gain)))
  }

  /// Brightness along a smooth curve through points from (0, 0) to (1, 1), each what comes in and what goes out.
  public static func curve(_ points: (Double, Double)...) -> Grade {
    let curve = ToneCurve(points)
    return Grade(EffectRequest { _ in .grade(.curves(curve, curve, curve)) })
  }

  /// The same for red, green and blue apart; without points a colour stays.
  public static func curves(
    red: [(Double, Double)] = [], green: [(Double, Double)] = [], blue: [(Double, Double)] = []
  ) -> Grade {
    let curves = [red, green, blue].map(ToneCurve.init)
    return Grade(EffectRequest { _ in .grade(.curves(curves[0], curves[1], curves[2])) })
  }
}

/// A number for each of red, green and blue; a bare one is for all.
public struct Tones: Sendable {
  let red: Animated<Double>
  let green: Animated<Double>
  let blue: Animated<Double>

  private init(_ red: Animated<Double>, _ green: Animated<Double>, _ blue: Animated<Double>) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  public static func all(_ number: Animated<Double>) -> Tones { Tones(number, number, number) }

  public static func rgb(_ red: Animated<Double>, _ green: Animated<Double>, _ blue: Animated<Double>)
    -> Tones
  {
    Tones(red, green, blue)
  }
}

extension Tones: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self = .all(Animated(Double(value))) }
  public init(floatLiteral value: Double) { self = .all(Animated(value)) }
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

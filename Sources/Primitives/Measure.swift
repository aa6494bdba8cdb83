/// An extent on screen: pixels of the canvas, shares of what an element stands in, or both added up.
///
/// A bare number is pixels.
public struct Measure: Hashable, Sendable {
  package var pixels: Double
  /// Share of the parent's extent in the same direction.
  package var share: Double
  /// Share of the parent's shorter side.
  package var shorterShare: Double

  package init(pixels: Double = 0, share: Double = 0, shorterShare: Double = 0) {
    self.pixels = pixels
    self.share = share
    self.shorterShare = shorterShare
  }

  public static let zero = Measure()
  public static func pixels(_ count: Double) -> Measure { Measure(pixels: count) }
  /// Of the parent's width or height, whichever runs the same way.
  public static func percent(_ percent: Double) -> Measure { Measure(share: percent / 100) }
  /// Hundredths of the parent's shorter side: the same on wide and on tall canvases.
  public static func vmin(_ percent: Double) -> Measure { Measure(shorterShare: percent / 100) }

  package func width(in parent: Size) -> Double {
    pixels + share * parent.width + shorterShare * min(parent.width, parent.height)
  }

  package func height(in parent: Size) -> Double {
    pixels + share * parent.height + shorterShare * min(parent.width, parent.height)
  }
}

extension Measure: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral pixels: Int) { self.init(pixels: Double(pixels)) }
  public init(floatLiteral pixels: Double) { self.init(pixels: pixels) }
}

extension Measure: Animatable, AdditiveArithmetic {
  public static func mix(_ start: Measure, _ end: Measure, _ progress: Double) -> Measure {
    Measure(
      pixels: .mix(start.pixels, end.pixels, progress), share: .mix(start.share, end.share, progress),
      shorterShare: .mix(start.shorterShare, end.shorterShare, progress))
  }

  public static func + (left: Measure, right: Measure) -> Measure {
    Measure(
      pixels: left.pixels + right.pixels, share: left.share + right.share,
      shorterShare: left.shorterShare + right.shorterShare)
  }

  public static func * (measure: Measure, factor: Double) -> Measure {
    Measure(
      pixels: measure.pixels * factor, share: measure.share * factor,
      shorterShare: measure.shorterShare * factor)
  }

  public static func / (measure: Measure, divisor: Double) -> Measure { measure * (1 / divisor) }

  public static func - (left: Measure, right: Measure) -> Measure {
    Measure(
      pixels: left.pixels - right.pixels, share: left.share - right.share,
      shorterShare: left.shorterShare - right.shorterShare)
  }
}

extension Measure: CustomStringConvertible {
  public var description: String {
    let parts = [(pixels, ""), (share * 100, "%"), (shorterShare * 100, "vmin")].filter { $0.0 != 0 }
    return parts.isEmpty ? "0" : parts.map { $0.0.brief + $0.1 }.joined(separator: "+")
  }
}

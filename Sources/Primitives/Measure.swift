/// An extent on screen: pixels of the canvas, shares of what an element stands in, or both added up.
///
/// A bare number is pixels.
public struct Measure: Hashable, Sendable {
  package var pixels: Double
  /// Share of the parent's extent in the same direction.
  package var share: Double
  /// Share of the parent's shorter side.
  package var shorterShare: Double
  /// Share of the parent's longer side.
  package var longerShare: Double

  package init(
    pixels: Double = 0, share: Double = 0, shorterShare: Double = 0, longerShare: Double = 0
  ) {
    self.longerShare = longerShare
    self.pixels = pixels
    self.share = share
    self.shorterShare = shorterShare
  }

  /// No extent, in any unit.
  public static let zero = Measure()
  /// Pixels of the canvas, whatever `--scale` paints.
  public static func pixels(_ count: Double) -> Measure { Measure(pixels: count) }
  /// Of the parent's width or height, whichever runs the same way.
  public static func percent(_ percent: Double) -> Measure { Measure(share: percent / 100) }
  /// Hundredths of the parent's shorter side: the same on wide and on tall canvases.
  public static func vmin(_ percent: Double) -> Measure { Measure(shorterShare: percent / 100) }

  /// Hundredths of the parent's longer side.
  public static func vmax(_ percent: Double) -> Measure { Measure(longerShare: percent / 100) }

  package func width(in parent: Size) -> Double { length(along: parent.width, in: parent) }

  package func height(in parent: Size) -> Double { length(along: parent.height, in: parent) }

  private func length(along side: Double, in parent: Size) -> Double {
    // What isn't asked for isn't added, so that a parent out of all bounds spoils nothing.
    pixels + share * side + shorterShare * min(parent.width, parent.height)
      + (longerShare == 0 ? 0 : longerShare * max(parent.width, parent.height))
  }
}

extension Measure: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A bare number is pixels.
  public init(integerLiteral pixels: Int) { self.init(pixels: Double(pixels)) }
  /// A bare number is pixels.
  public init(floatLiteral pixels: Double) { self.init(pixels: pixels) }
}

extension Measure: Animatable, AdditiveArithmetic {
  /// Each unit by itself, so that pixels can turn into shares.
  public static func mix(_ start: Measure, _ end: Measure, _ progress: Double) -> Measure {
    Measure(
      pixels: .mix(start.pixels, end.pixels, progress), share: .mix(start.share, end.share, progress),
      shorterShare: .mix(start.shorterShare, end.shorterShare, progress),
      longerShare: .mix(start.longerShare, end.longerShare, progress))
  }

  /// Each unit adds up by itself: `.percent(100) + 20`.
  public static func + (left: Measure, right: Measure) -> Measure {
    Measure(
      pixels: left.pixels + right.pixels, share: left.share + right.share,
      shorterShare: left.shorterShare + right.shorterShare,
      longerShare: left.longerShare + right.longerShare)
  }

  /// So many times as much of each unit.
  public static func * (measure: Measure, factor: Double) -> Measure {
    Measure(
      pixels: measure.pixels * factor, share: measure.share * factor,
      shorterShare: measure.shorterShare * factor, longerShare: measure.longerShare * factor)
  }

  /// A part of each unit.
  public static func / (measure: Measure, divisor: Double) -> Measure { measure * (1 / divisor) }

  /// What is left of each unit: `.percent(100) - 80`.
  public static func - (left: Measure, right: Measure) -> Measure {
    Measure(
      pixels: left.pixels - right.pixels, share: left.share - right.share,
      shorterShare: left.shorterShare - right.shorterShare,
      longerShare: left.longerShare - right.longerShare)
  }
}

extension Measure: CustomStringConvertible {
  /// Such as `20+50%`; `0` for nothing.
  public var description: String {
    let parts = [
      (pixels, ""), (share * 100, "%"), (shorterShare * 100, "vmin"), (longerShare * 100, "vmax"),
    ]
    .filter { $0.0 != 0 }
    return parts.isEmpty ? "0" : parts.map { $0.0.brief + $0.1 }.joined(separator: "+")
  }
}

extension MeasureForm where Self == Measure {
  /// Pixels of the canvas, whatever `--scale` paints.
  public static func pixels(_ count: Double) -> Measure { Measure(pixels: count) }
  /// Of the parent's width or height, whichever runs the same way.
  public static func percent(_ percent: Double) -> Measure { Measure(share: percent / 100) }
  /// Hundredths of the parent's shorter side: the same on wide and on tall canvases.
  public static func vmin(_ percent: Double) -> Measure { Measure(shorterShare: percent / 100) }
  /// Hundredths of the parent's longer side.
  public static func vmax(_ percent: Double) -> Measure { Measure(longerShare: percent / 100) }
}

extension AngleForm where Self == Angle {
  /// Clockwise; 360 is all the way round.
  public static func degrees(_ degrees: Double) -> Angle { Angle(radians: degrees / 180 * .pi) }
  /// 1 is all the way round.
  public static func turns(_ turns: Double) -> Angle { Angle(radians: turns * 2 * .pi) }
}

extension Animated<Measure> {
  /// Both at once: `.ramp(from: 0, to: 40, over: 1) + .vmin(2)`.
  public static func + (left: Animated, right: Animated) -> Animated {
    Animated(.combined(left, right) { $0 + $1 })
  }

  /// What is left of one extent without another, at every moment.
  public static func - (left: Animated, right: Animated) -> Animated {
    Animated(.combined(left, right) { $0 - $1 })
  }

  /// So many pixels, always.
  public static func pixels(_ count: Double) -> Animated { Animated(Measure(pixels: count)) }
  /// A share of the parent's width or height, always.
  public static func percent(_ percent: Double) -> Animated { Animated(Measure(share: percent / 100)) }
  /// Hundredths of the parent's shorter side, always.
  public static func vmin(_ percent: Double) -> Animated { Animated(Measure(shorterShare: percent / 100)) }
  /// Hundredths of the parent's longer side, always.
  public static func vmax(_ percent: Double) -> Animated { Animated(Measure(longerShare: percent / 100)) }
}

extension Animated<Angle> {
  /// So many degrees, always.
  public static func degrees(_ degrees: Double) -> Animated { Animated(Angle.degrees(degrees)) }
  /// So many times all the way round, always.
  public static func turns(_ turns: Double) -> Animated { Animated(Angle.turns(turns)) }
}

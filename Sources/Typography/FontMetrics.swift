/// How much height a font asks for, in ems.
struct FontMetrics: Hashable, Sendable {
  /// Above the baseline, and below it; both as a rule positive.
  let ascent: Double
  let descent: Double
  let lineGap: Double

  /// From one baseline to the next.
  var lineHeight: Double { ascent + descent + lineGap }
  /// From the top of a line of some height to its baseline: what is left over goes half above, half below.
  func baseline(inLineOf height: Double) -> Double { (height - ascent - descent) / 2 + ascent }
}

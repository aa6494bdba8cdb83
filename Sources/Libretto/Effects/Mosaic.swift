import Primitives
import Timeline

/// Squares of one color each.
private struct Mosaic: AskedEffect {
  var size: Animated<Measure>

  mutating func resolve(by resolver: EffectResolver) { resolver(&size) }

  func filter(at instant: EffectInstant) -> Filter {
    .texture(.mosaic(size: instant.length(size), from: instant.point(.center)))
  }
}

extension Element {
  /// In squares of one color each, counted from its middle.
  public func pixelated(_ size: some MeasureForm) -> Styled { adding(Mosaic(size: size.animatedMeasure)) }

  /// By a function of the seconds since it began, in pixels.
  public func pixelated(_ size: @escaping @Sendable (Double) -> Double) -> Styled {
    pixelated(.computed { .pixels(size($0)) })
  }
}

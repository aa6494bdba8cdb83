import Primitives
import Timeline

/// What lies beneath, to do effects to: an adjustment layer.
///
/// It fills its frame, or its parent, and shows what was painted before it there, on whatever layers. Effects are done
/// to that, and what comes out is cut to its shape: `Backdrop().blurred(20)` is frosted glass, and
/// `Backdrop().graded(.saturation(0))` takes the color from all beneath it. Its opacity says how much they are seen.
public struct Backdrop: StagedElement {
  public var directions: StageDirections
  public var layer: Layer { Layer(BackdropPayload(), directions) }

  /// All that lies beneath, as it is until effects are asked for.
  public init(file: String = #filePath, line: Int = #line) { directions = StageDirections(file, line) }
}

/// What lies beneath.
struct BackdropPayload: Sendable {}

extension Element {
  /// Of frosted glass: what lies beneath is blurred in its shape, and it is painted on that.
  ///
  /// Its shape is what it is cut to, or its box.
  ///
  /// - Parameters:
  ///   - blur: how soft; shares are of its own box.
  ///   - tint: what the glass is colored with, as much as it is opaque.
  ///   - saturation: of the colors that come through.
  public func frosted(
    _ blur: some MeasureForm = 24, tint: Color = .white.opacity(0.12), saturation: Double = 1.25
  ) -> Styled {
    with {
      $0.look.frost = [Blur(radius: blur.animatedMeasure), Glass(tint: tint, saturation: saturation)]
    }
  }
}

/// Colors behind tinted glass.
private struct Glass: AskedEffect {
  var tint: Color
  var saturation: Double

  mutating func resolve(by resolver: EffectResolver) {}

  func filter(at instant: EffectInstant) -> Filter {
    let share = instant.number(tint.alpha, 0...1)
    let colors = ColorMatrix.saturation(instant.number(saturation, 0...4, neutral: 1))
    return .grade(.matrix(colors.then(.tinted(tint, by: share, keeping: 1 - share))))
  }
}

import Primitives
import Timeline

extension Element {
  /// Turned in space, like a card: by the first angle its upper edge leans away, by the second its right one.
  ///
  /// It is turned in its own plane first, and then by `y` and `x`. Beyond 90° it shows its back. Bare numbers are degrees.
  ///
  /// - Parameters:
  ///   - perspective: how much larger what is near looks: 0 is none, as through a very long lens; at 1 the eye is as near
  ///     as the element is long.
  ///   - anchor: what it turns around; what it scales around unless said.
  ///   - back: what is seen of it from behind.
  public func tilted(
    x: some AngleForm = 0, y: some AngleForm = 0, perspective: some NumberForm = 0.5,
    around anchor: Anchor? = nil,
    back: Backside = .mirrored
  ) -> Styled {
    with {
      $0.look.tilt = LookRequest.Tilt(
        x: x.animatedAngle, y: y.animatedAngle, perspective: perspective.animatedNumber, anchor: anchor,
        back: back)
    }
  }

  /// Lies so far behind the canvas, or before it if below zero, for the `Camera` that it stands in.
  ///
  /// What is far is smaller, and moves less when the camera does. Shares are of the camera's frame.
  ///
  /// - Parameter keepsSize: whether it is enlarged so that it looks as if it had no depth until the camera moves, as
  ///   layers of a photograph should.
  public func depth(_ z: some MeasureForm, keepingSize keepsSize: Bool = false) -> Styled {
    with { $0.look.depth = (z.animatedMeasure, keepsSize) }
  }
}

/// How a picture fills its box.
public enum Fit: String, Hashable, Sendable {
  /// Fills the box; what doesn't fit is cut.
  case cover
  /// Is seen whole; the rest of the box stays empty.
  case contain
  /// Is seen whole over a blurred copy that fills the box.
  case blurred
  /// Fills the box by changing its shape.
  case stretch
}

/// How an element's colors meet what is beneath it.
public enum BlendMode: String, Hashable, Sendable, CaseIterable {
  /// As CSS and PDF define them.
  case normal, multiply, screen, overlay, darken, lighten, colorDodge, colorBurn, hardLight, softLight
  /// As CSS and PDF define them; the last four take a hue, saturation or brightness from one side.
  case difference, exclusion, hue, saturation, color, luminosity
  /// Light on light: channels add up.
  case add
}

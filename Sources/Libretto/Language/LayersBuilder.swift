/// Gathers elements, and lists of them, in the order they are written.
@resultBuilder
public enum LayersBuilder {
  /// An element in the braces is one layer.
  public static func buildExpression<E: Element>(_ element: E) -> Layers { [element.layer] }
  /// A list, such as a property that gathers elements, adds all of them.
  public static func buildExpression(_ layers: Layers) -> Layers { layers }

  @available(*, unavailable, message: "words on stage are Text(\"…\")")
  public static func buildExpression(_ text: String) -> Layers { [] }

  /// One after the other, as they are written.
  public static func buildBlock(_ parts: Layers...) -> Layers { parts.flatMap(\.self) }
  /// An `if` without `else`.
  public static func buildOptional(_ part: Layers?) -> Layers { part ?? [] }
  /// An `if` that holds, or a case of a `switch`.
  public static func buildEither(first: Layers) -> Layers { first }
  /// An `else`, or another case of a `switch`.
  public static func buildEither(second: Layers) -> Layers { second }
  /// Each round of a `for`.
  public static func buildArray(_ parts: [Layers]) -> Layers { parts.flatMap(\.self) }
  /// What stands in `if #available`.
  public static func buildLimitedAvailability(_ part: Layers) -> Layers { part }
}

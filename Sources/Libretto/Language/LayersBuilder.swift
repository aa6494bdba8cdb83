/// Gathers elements, and lists of them, in the order they are written.
@resultBuilder
public enum LayersBuilder {
  public static func buildExpression<E: Element>(_ element: E) -> Layers { [element.layer] }
  public static func buildExpression(_ layers: Layers) -> Layers { layers }

  @available(*, unavailable, message: "words on stage are Text(\"…\")")
  public static func buildExpression(_ text: String) -> Layers { [] }

  public static func buildBlock(_ parts: Layers...) -> Layers { parts.flatMap(\.self) }
  public static func buildOptional(_ part: Layers?) -> Layers { part ?? [] }
  public static func buildEither(first: Layers) -> Layers { first }
  public static func buildEither(second: Layers) -> Layers { second }
  public static func buildArray(_ parts: [Layers]) -> Layers { parts.flatMap(\.self) }
  public static func buildLimitedAvailability(_ part: Layers) -> Layers { part }
}

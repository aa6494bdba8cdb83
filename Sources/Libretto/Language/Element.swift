/// Whatever can be on stage.
public protocol Element {
  /// What a modifier makes of it: itself, except for components, which become groups.
  associatedtype Styled: Element = Self

  var layer: Layer { get }
  func with(_ edit: (inout Layer) -> Void) -> Styled
}

/// An element that is its layer and nothing more.
public protocol LayerElement: Element, Sendable where Styled == Self {
  var layer: Layer { get set }
}

extension LayerElement {
  public func with(_ edit: (inout Layer) -> Void) -> Self {
    var copy = self
    edit(&copy.layer)
    return copy
  }
}

/// An author's own element, made of others.
public protocol Component: Element where Styled == Group {
  @LayersBuilder var body: Layers { get }
}

extension Component {
  public var layer: Layer {
    let layers = body
    let site = layers.first?.site
    return Layer(.group(layers), file: site?.file ?? "", line: site?.line ?? 0)
  }

  public func with(_ edit: (inout Layer) -> Void) -> Group {
    var layer = layer
    edit(&layer)
    return Group(layer: layer)
  }
}

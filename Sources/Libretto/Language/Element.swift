/// Whatever can be on stage.
public protocol Element {
  /// What a modifier makes of it: itself, except for components, which become groups.
  associatedtype Styled: Element = Self

  /// The element with all that was asked of it, as builders gather it.
  var layer: Layer { get }
  /// The same with other stage directions; what modifiers are made of.
  func with(_ edit: (inout StageDirections) -> Void) -> Styled
}

/// An element of the language itself, which keeps its stage directions beside what it is.
public protocol StagedElement: Element, Sendable where Styled == Self {
  /// What was asked of it that can be asked of every element.
  var directions: StageDirections { get set }
}

extension StagedElement {
  /// The same element with other stage directions.
  public func with(_ edit: (inout StageDirections) -> Void) -> Self {
    var copy = self
    edit(&copy.directions)
    return copy
  }

  /// The same with one thing about it set.
  func setting<Value>(_ path: WritableKeyPath<Self, Value>, to value: Value) -> Self {
    var copy = self
    copy[keyPath: path] = value
    return copy
  }
}

/// An author's own element, made of others.
public protocol Component: Element where Styled == Group {
  /// What it is made of, painted together.
  @LayersBuilder var body: Layers { get }
}

extension Component {
  /// Its parts as one layer, at the line of the first.
  public var layer: Layer { group.layer }

  /// A group of its parts with other stage directions.
  public func with(_ edit: (inout StageDirections) -> Void) -> Group { group.with(edit) }

  private var group: Group {
    let parts = Authoring.parts(ofComponent: "\(Self.self)") { body }
    return Group(parts, at: parts.first?.site ?? Site(file: "", line: 0))
  }
}

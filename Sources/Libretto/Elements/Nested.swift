/// Another composition on stage: on its own canvas, fitted into its frame or its parent, and with its own clock.
///
/// It lasts as long as it would alone, at this film's frame rate; beats and bars in it are those of its own song,
/// which is heard.
public struct Nested: LayerElement {
  public var layer: Layer

  public init(_ composition: some Composition, file: String = #filePath, line: Int = #line) {
    layer = Layer(.nested(NestedElement(composition: composition)), file: file, line: line)
  }

  /// How the canvas fills the frame where their shapes differ; it is seen whole unless told otherwise.
  public func fit(_ fit: Fit) -> Nested { set { $0.fit = fit } }

  /// Without its sound.
  public func muted() -> Nested { set { $0.isMuted = true } }

  private func set(_ edit: (inout NestedElement) -> Void) -> Nested {
    with {
      guard case .nested(var nested) = $0.content else { return }
      edit(&nested)
      $0.content = .nested(nested)
    }
  }
}

/// A composition inside another.
package struct NestedElement: Sendable {
  package var composition: any Composition
  package var fit = Fit.contain
  package var isMuted = false

  /// Compositions inside one another; one that is inside itself has no end.
  private static let deepest = 12

  /// Does something with its canvas, at another frame rate, and with its layers; nil, and reported, where
  /// compositions are too deep inside one another.
  func evaluated<Result>(
    at rate: FrameRate, site: Site, _ authoring: Authoring,
    _ use: (Canvas, Layers, Authoring) -> Result?
  ) -> Result? {
    guard authoring.depth < Self.deepest else {
      authoring.log.report(
        .error(
          "compositions are nested more than \(Self.deepest) deep", at: site,
          hints: "one that has itself on stage has no end"))
      return nil
    }
    var inner = authoring
    inner.depth += 1
    return Authoring.$current.withValue(inner) {
      var canvas = composition.canvas
      canvas.rate = rate
      return use(canvas, composition.body, inner)
    }
  }
}

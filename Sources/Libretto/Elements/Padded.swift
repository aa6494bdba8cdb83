/// An element with room around it.
///
/// It takes the element's place: what fills its parent fills what the room leaves, what is as large as it is by
/// itself gets a box that is so much larger.
public struct Padded: LayerElement {
  public var layer: Layer

  init(_ inner: Layer, _ padding: PaddingElement) {
    var inner = inner
    layer = Layer(.padded(padding, inner), at: inner.site)
    layer.timing = inner.timing
    layer.entering = inner.entering
    layer.exiting = inner.exiting
    layer.isDerived = inner.isDerived
    layer.look.position = inner.look.position
    layer.look.offset = inner.look.offset
    layer.look.anchor = inner.look.anchor
    let usual = Layer(.group([]), at: inner.site)
    inner.timing = usual.timing
    inner.entering = nil
    inner.exiting = nil
    inner.look.position = nil
    inner.look.offset = usual.look.offset
    layer.content = .padded(padding, inner)
  }
}

/// How much room is left around an element.
package enum PaddingElement: Sendable {
  case sides(top: Measure, left: Measure, bottom: Measure, right: Measure)
  case area(SafeArea)
}

extension Element {
  /// With the same room on all sides.
  public func padded(_ room: Measure) -> Padded {
    padded(top: room, left: room, bottom: room, right: room)
  }

  @_disfavoredOverload
  public func padded(_ room: Double) -> Padded { padded(.pixels(room)) }

  public func padded(horizontally across: Measure = 0, vertically down: Measure = 0) -> Padded {
    padded(top: down, left: across, bottom: down, right: across)
  }

  public func padded(
    top: Measure = 0, left: Measure = 0, bottom: Measure = 0, right: Measure = 0
  ) -> Padded {
    Padded(layer, .sides(top: top, left: left, bottom: bottom, right: right))
  }

  /// Kept within the part of its parent that is sure to be seen.
  public func inside(_ area: SafeArea) -> Padded { Padded(layer, .area(area)) }
}

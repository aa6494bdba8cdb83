package import Primitives

/// Where an element stands in its parent and how it meets what is beneath, over its own clock.
package struct Look: Sendable {
  /// Its box; nil is the content's own extent in that direction.
  package var width: Curve<Measure>?
  package var height: Curve<Measure>?
  /// Where the anchor stands in the parent; nil puts the box's centre on the parent's.
  package var position: Place?
  /// Takes the place of the position while it lasts.
  package var route: Route?
  /// The point of the box that a position places and that it scales and turns around.
  package var anchor = Anchor.center
  package var offset = Place(x: .constant(.zero), y: .constant(.zero))
  package var scaleX = Curve<Double>.constant(1)
  package var scaleY = Curve<Double>.constant(1)
  /// How far it leans, before it is turned.
  package var skewX = Curve<Angle>.constant(.zero)
  package var skewY = Curve<Angle>.constant(.zero)
  package var rotation = Curve<Angle>.constant(.zero)
  package var tilt: Tilt?
  package var depth: Depth?
  /// Sees what is in the element, as far as that has a depth.
  package var camera: CameraCourse?
  package var opacity = Curve<Double>.constant(1)
  package var blend = BlendMode.normal
  /// Cuts the element, in its own box.
  package var clip: Shape?
  /// Cuts it to its box with round corners, where no other shape does.
  package var cornerRadius: Curve<Measure>?
  package var border: Border?
  /// Copies of what is left, before effects.
  package var reflection: Reflection?
  package var tiling: Tiling?
  /// Done to what lies beneath it, in its shape.
  package var frost: [any Effect] = []
  /// Done to what is left of it, in this order.
  package var effects: [any Effect] = []
  /// Other moments of it, the last one outermost.
  package var timeEffects: [TimeEffect] = []
  /// Cuts all that these leave, in a transition.
  package var aperture: Aperture?

  package init() {}

  package struct Place: Sendable {
    package var x: Curve<Measure>
    package var y: Curve<Measure>

    package init(x: Curve<Measure>, y: Curve<Measure>) {
      self.x = x
      self.y = y
    }
  }
}

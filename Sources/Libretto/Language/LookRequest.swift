/// A look as the author asked for it; moments in its animations aren't resolved yet.
package struct LookRequest: Sendable {
  package var width: Animated<Measure>?
  package var height: Animated<Measure>?
  package var position: (x: Animated<Measure>, y: Animated<Measure>)?
  package var route: RouteRequest?
  package var anchor = Anchor.center
  package var offset: (x: Animated<Measure>, y: Animated<Measure>) = (0, 0)
  package var scale: (x: Animated<Double>, y: Animated<Double>) = (1, 1)
  package var rotation: Animated<Angle> = 0
  package var opacity: Animated<Double> = 1
  package var blend = BlendMode.normal
  package var clip: Shape?
  package var effects: [EffectRequest] = []

  package init() {}
}

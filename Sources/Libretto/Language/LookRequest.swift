/// A look as the author asked for it; moments in its animations aren't resolved yet.
package struct LookRequest: Sendable {
  package var width: Animated<Measure>?
  package var height: Animated<Measure>?
  package var position: (x: Animated<Measure>, y: Animated<Measure>)?
  package var route: RouteRequest?
  package var anchor = Anchor.center
  package var offset: (x: Animated<Measure>, y: Animated<Measure>) = (0, 0)
  package var scale: (x: Animated<Double>, y: Animated<Double>) = (1, 1)
  package var skew: (x: Animated<Angle>, y: Animated<Angle>) = (0, 0)
  package var rotation: Animated<Angle> = 0
  package var opacity: Animated<Double> = 1
  package var blend = BlendMode.normal
  package var clip: Shape?
  package var cornerRadius: Animated<Measure>?
  package var border: Border?
  package var mask: Mask?
  package var reflection: Reflection?
  package var tiling: Tiling?
  package var effects: [EffectRequest] = []
  package var timeEffects: [TimeEffectRequest] = []

  package init() {}

  package struct Border: Sendable {
    package var paint: Paint
    package var width: Animated<Measure>
  }

  package struct Mask: Sendable {
    package var layers: Layers
    package var masking: Masking
  }

  package struct Reflection: Sendable {
    package var gap: Animated<Measure>
    package var opacity: Animated<Double>
    package var reach: Animated<Double>
  }

  package struct Tiling: Sendable {
    package var gap: (x: Animated<Measure>, y: Animated<Measure>)
    package var isMirrored: Bool
  }
}

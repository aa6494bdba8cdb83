import Timeline

/// A look as the author asked for it; moments in its animations aren't resolved yet.
struct LookRequest: Sendable {
  var width: Animated<Measure>?
  var height: Animated<Measure>?
  var position: (x: Animated<Measure>, y: Animated<Measure>)?
  /// The spot it was put at, for what keeps away from edges in a way of its own.
  var spot: Spot?
  var route: RouteRequest?
  var anchor = Anchor.center
  var offset: (x: Animated<Measure>, y: Animated<Measure>) = (0, 0)
  var scale: (x: Animated<Double>, y: Animated<Double>) = (1, 1)
  var skew: (x: Animated<Angle>, y: Animated<Angle>) = (0, 0)
  var rotation: Animated<Angle> = 0
  var tilt: Tilt?
  var depth: (z: Animated<Measure>, keepsSize: Bool)?
  var camera: CameraRequest?
  var opacity: Animated<Double> = 1
  var blend = BlendMode.normal
  var clip: Shape?
  var cornerRadius: Animated<Measure>?
  var border: Border?
  var mask: Mask?
  var reflection: Reflection?
  var tiling: Tiling?
  var frost: [any AskedEffect] = []
  var effects: [any AskedEffect] = []
  var timeEffects: [TimeEffectRequest] = []
  var aperture: (edge: Aperture.Edge, opening: Animated<Double>)?

  struct Tilt: Sendable {
    var x: Animated<Angle>
    var y: Animated<Angle>
    var perspective: Animated<Double>
    var anchor: Anchor?
    var back: Backside
  }

  struct Border: Sendable {
    var paint: Paint
    var width: Animated<Measure>
  }

  struct Mask: Sendable {
    var layers: Layers
    var masking: Masking
  }

  struct Reflection: Sendable {
    var gap: Animated<Measure>
    var opacity: Animated<Double>
    var reach: Animated<Double>
  }

  struct Tiling: Sendable {
    var gap: (x: Animated<Measure>, y: Animated<Measure>)
    var isMirrored: Bool
  }
}

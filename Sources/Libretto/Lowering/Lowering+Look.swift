import Primitives
import Timeline

extension Lowering {
  /// A look with nothing left to ask, by an element's own clock.
  func look(of request: LookRequest, on stage: Stage) -> Look {
    func resolved<Value: Animatable>(_ value: Animated<Value>, _ fallback: Value) -> Curve<Value> {
      curve(value, or: fallback, on: stage)
    }
    var look = Look()
    look.width = request.width.map { resolved($0, .zero) }
    look.height = request.height.map { resolved($0, .zero) }
    look.position = request.position.map { Look.Place(x: resolved($0.x, .zero), y: resolved($0.y, .zero)) }
    look.route = request.route.map {
      Route(measure: $0.measure, progress: resolved($0.progress, 0), turns: $0.turns, goesOn: $0.goesOn)
    }
    look.anchor = request.anchor
    look.offset = Look.Place(x: resolved(request.offset.x, .zero), y: resolved(request.offset.y, .zero))
    look.scaleX = resolved(request.scale.x, 1)
    look.scaleY = resolved(request.scale.y, 1)
    look.skewX = resolved(request.skew.x, .zero)
    look.skewY = resolved(request.skew.y, .zero)
    look.rotation = resolved(request.rotation, .zero)
    look.tilt = request.tilt.map {
      Tilt(
        x: resolved($0.x, .zero), y: resolved($0.y, .zero), perspective: resolved($0.perspective, 0),
        anchor: $0.anchor, back: $0.back)
    }
    look.depth = request.depth.map { Depth(resolved($0.z, .zero), keepsSize: $0.keepsSize) }
    look.camera = request.camera.map { camera in
      CameraCourse(
        x: resolved(camera.x, .zero), y: resolved(camera.y, .zero), ahead: resolved(camera.ahead, .zero),
        zoom: resolved(camera.zoom, 1), orbitX: resolved(camera.orbit.x, .zero),
        orbitY: resolved(camera.orbit.y, .zero), lens: camera.lens)
    }
    look.opacity = resolved(request.opacity, 1)
    look.blend = request.blend
    look.clip = request.clip?.snapped
    look.cornerRadius = request.cornerRadius.map { resolved($0, .zero) }
    look.border = request.border.map { Border(paint: $0.paint, width: resolved($0.width, .zero)) }
    look.reflection = request.reflection.map {
      Reflection(
        gap: resolved($0.gap, .zero), opacity: resolved($0.opacity, 0), reach: resolved($0.reach, 0))
    }
    look.tiling = request.tiling.map {
      Tiling(
        gapX: resolved($0.gap.x, .zero), gapY: resolved($0.gap.y, .zero), isMirrored: $0.isMirrored)
    }
    look.timeEffects = request.timeEffects.compactMap { timeEffect($0, at: stage.site) }
    func resolved(_ effects: [any AskedEffect]) -> [any AskedEffect] {
      effects.map { effect in
        var effect = effect
        effect.resolve(by: EffectResolver(lowering: self, stage: stage))
        return effect
      }
    }
    look.aperture = request.aperture.map { Aperture($0.edge, opening: resolved($0.opening, 1)) }
    look.effects = resolved(request.effects)
    look.frost = resolved(request.frost)
    return look
  }
}

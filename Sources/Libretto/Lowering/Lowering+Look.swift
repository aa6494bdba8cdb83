import Primitives
import Timeline

extension Lowering {
  func look(of layer: Layer, firstFrame: FrameIndex, during turn: Turn) -> Look {
    func resolved<Value: Animatable>(_ value: Animated<Value>, _ fallback: Value) -> Curve<Value> {
      curve(value, or: fallback, site: layer.site, firstFrame: firstFrame, during: turn)
    }
    let request = layer.look
    var look = Look()
    look.width = request.width.map { resolved($0, .zero) }
    look.height = request.height.map { resolved($0, .zero) }
    look.position = request.position.map { Look.Place(x: resolved($0.x, .zero), y: resolved($0.y, .zero)) }
    look.route = request.route.map {
      Route(measure: $0.measure, progress: resolved($0.progress, 0), turns: $0.turns)
    }
    look.anchor = request.anchor
    look.offset = Look.Place(x: resolved(request.offset.x, .zero), y: resolved(request.offset.y, .zero))
    look.scaleX = resolved(request.scale.x, 1)
    look.scaleY = resolved(request.scale.y, 1)
    look.skewX = resolved(request.skew.x, .zero)
    look.skewY = resolved(request.skew.y, .zero)
    look.rotation = resolved(request.rotation, .zero)
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
    look.effects = request.effects.map { effect in
      Effect(
        numbers: effect.numbers.map { resolved($0, 0) },
        lengths: effect.lengths.map { resolved($0, .zero) },
        filter: effect.filter)
    }
    return look
  }

  /// A moment by the clip's own clock.
  func localTime(_ moment: Moment, site: Site, firstFrame: FrameIndex, during turn: Turn) -> Time {
    switch moment.origin {
    case .start, .end: clock.time(moment, within: Turn(begin: .zero, end: turn.length), at: site)
    case .song, .beat, .bar:
      clock.time(moment, within: turn, at: site) - canvas.rate.start(of: firstFrame)
    }
  }

  /// An animation by the clip's own clock, which is zero at its first frame.
  ///
  /// Moments from the element's begin or end are taken as they are, so that a clip moved by part of a
  /// frame stays the same; moments of the song are measured from the first frame.
  func curve<Value: Animatable>(
    _ value: Animated<Value>, or fallback: Value, site: Site, firstFrame: FrameIndex, during turn: Turn
  ) -> Curve<Value> {
    func local(_ moment: Moment) -> Time {
      localTime(moment, site: site, firstFrame: firstFrame, during: turn)
    }
    switch value.source {
    case .constant(let value): return .constant(value)
    case .spring(let from, let to, let spring, let moment):
      return .spring(from: from, to: to, spring, at: local(moment))
    case .noise(let low, let high, let every, let noise):
      return .noise(low, high, every: clock.time(every, at: site), noise)
    case .computed(let value): return .computed(value)
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      let period = clock.time(every, at: site)
      guard period > .zero else {
        authoring.log.report(
          .error("what repeats needs a length above zero", at: site, hints: ".repeating(every: .beats(1))"))
        return .constant(fallback)
      }
      return .repeated(
        curve(once, or: fallback, site: site, firstFrame: firstFrame, during: turn), from: local(begin),
        every: period, count: count, thereAndBack: isThereAndBack)
    case .combined(let first, let second, let combine):
      let curves = [first, second].map {
        curve($0, or: fallback, site: site, firstFrame: firstFrame, during: turn)
      }
      return .combined(curves[0], curves[1], combine)
    case .keyframes(let keys):
      guard !keys.isEmpty else {
        authoring.log.report(.error("keyframes need at least one key", at: site, hints: ".at(0, 1)"))
        return .constant(fallback)
      }
      let resolved = keys.map { Curve.Key(time: local($0.moment), value: $0.value, easing: $0.easing) }
      let unordered = zip(resolved, resolved.dropFirst()).first { $0.time > $1.time }
      if let unordered {
        authoring.log.report(
          .error(
            "keyframes go back in time, from \(unordered.0.time) to \(unordered.1.time) s", at: site,
            hints: "write them in order"))
      }
      return .keyframes(resolved)
    }
  }
}

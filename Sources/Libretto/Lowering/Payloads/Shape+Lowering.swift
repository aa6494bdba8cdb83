import Primitives
import Timeline

extension ShapePayload: Payload {
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    func resolved<Value: Animatable>(_ value: Animated<Value>, _ fallback: Value) -> Curve<Value> {
      lowering.curve(value, or: fallback, on: stage)
    }
    var content = ShapeContent(shape.snapped)
    content.figure = figure.flatMap { $0.figure(on: stage, by: lowering) }
    content.fill = fill.map { resolved($0, .color(.white)) }
    content.stroke = stroke.map { stroke in
      var line = StrokeContent(
        paint: resolved(stroke.paint, .color(.white)), width: resolved(stroke.width, 0))
      line.part = stroke.part.map { (resolved($0.from, 0), resolved($0.to, 1)) }
      return line
    }
    if let morph, case .path(let outline) = shape {
      content.morph = MorphContent(
        outlines: OutlineMorph(from: outline, to: morph.other), progress: resolved(morph.progress, 0))
    }
    return .shape(content)
  }
}

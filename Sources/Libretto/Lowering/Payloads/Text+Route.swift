import Primitives
import Timeline

extension TextPayload {
  /// The letters along a path of the text's box, or the pieces it was taken apart into.
  func letters(
    of block: TextBlock, along route: TextRoute, _ strokes: [LetterSweep.Stroke], _ script: SetScript,
    on stage: Stage, by lowering: Lowering
  ) -> Clip {
    check(block, fits: route, on: stage, by: lowering)
    let split = split ?? TextSplit(unit: .character, stagger: .none) { piece, _ in piece.layer }
    let layers = layers(of: block, split, strokes, script, on: stage).map { layer in
      guard layer.look.position == nil, layer.look.route == nil, let piece = layer.payload as? PiecePayload
      else { return layer }
      return placed(layer, piece.part, of: block, along: route, on: stage)
    }
    return lowering.letters(layers, LookRequest(), in: stage.size, on: stage)
  }

  /// A piece where the path takes its middle, on its baseline.
  private func placed(
    _ layer: Layer, _ part: TextBlock.Part, of block: TextBlock, along route: TextRoute, on stage: Stage
  ) -> Layer {
    let (size, length) = (part.block.size, route.measure.length)
    guard let row = part.block.lines.first, length > 0, size.width > 0, size.height > 0,
      let line = block.lines.first
    else { return layer }
    let middle = part.origin.x + size.width / 2 - line.left
    let rest = (length - line.width) * style.alignment.share
    let share = (rest + middle) / length
    var placed = layer
    placed.look.route = RouteRequest(
      measure: route.measure, progress: route.shift.map { $0 + share }, turns: true, goesOn: true)
    let height = route.height.height(in: stage.parent)
    placed.look.anchor = Anchor(x: 0.5, y: (row.baseline + height) / size.height)
    return placed
  }

  private func check(
    _ block: TextBlock, fits route: TextRoute, on stage: Stage, by lowering: Lowering
  ) {
    let length = route.measure.length
    func warn(_ message: String, _ hint: String) {
      lowering.authoring.log.report(.warning(message, at: stage.site, hints: hint))
    }
    guard length > 0 else {
      return lowering.report(
        "the path that these words go along has no length", at: stage.site,
        "draw it: Path().move(200, 500).curve((500, 300), (900, 300), to: (1200, 500))")
    }
    if block.lines.count > 1 {
      warn(
        "words along a path are one line, and these are \(block.lines.count)",
        "take out line ends and .fitting, or give each line a path")
    }
    let width = block.lines.map(\.width).max() ?? 0
    guard width > length else { return }
    warn(
      "these words are \(width.rounded().brief) pixels long, and their path only \(length.rounded().brief)",
      "make them smaller, or the path longer")
  }
}

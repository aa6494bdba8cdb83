import Primitives
import Timeline

/// Letters in one frame: what lies behind them, then they themselves.
struct LetterStaging {
  private let lettering: Lettering
  private let time: Time
  /// Takes the block's units to output pixels.
  private let matrix: Matrix

  init(_ lettering: Lettering, at time: Time, placed matrix: Matrix) {
    self.lettering = lettering
    self.time = time
    self.matrix = matrix
  }

  private var block: TextBlock { lettering.block }
  private var paint: LetterPaint { lettering.paint }

  var marks: [Mark] {
    guard !block.lines.isEmpty else { return [] }
    return boxes + shadows + outlines + fill
  }

  private var shadows: [Mark] {
    paint.shadows.reversed().map { shadow in
      let pass = TextPass.shadow(
        width: max(0, paint.outlineWidth + shadow.spread).snappedToPixelGrid,
        blur: (max(0, shadow.blur) / 2).snappedToPixelGrid)
      return mark(block, pass, .color(shadow.color), at: shadow.offset)
    }
  }

  private var outlines: [Mark] {
    var width = 0.0
    let marks = paint.outlines.map { outline in
      width += max(0, outline.width)
      let ink = Ink(outline.paint, across: lettering.paintBox)
      return mark(block, .outline(width: width.snappedToPixelGrid), ink)
    }
    return marks.reversed()
  }

  private var fill: [Mark] {
    guard let sweep = lettering.sweep else { return [mark(block, .fill, ink)] }
    return SweptLetters(block, sweep, at: time, unsung: ink, paintBox: lettering.paintBox).pieces.map {
      piece in
      let letters = mark(piece.part.block, .fill, piece.ink, at: piece.part.origin)
      guard let clip = piece.clip else { return letters }
      let clipping = MarkGroup.Clipping(outline: .rectangle(clip), matrix: matrix.snapped)
      return .group(MarkGroup([letters], clip: clipping))
    }
  }

  private var ink: Ink {
    switch paint.fill {
    case .color(let color): return .color(color.value(at: time))
    case .gradient(let paint): return Ink(paint, across: lettering.paintBox)
    case .picture(let asset):
      let placement = PicturePlacement(asset.facts, move: .still, progress: 0)
      return .picture(placement.sample(covering: lettering.paintBox, placed: matrix))
    }
  }

  private func mark(
    _ block: TextBlock, _ pass: TextPass, _ ink: Ink, at origin: Point = .zero
  ) -> Mark {
    // Inks are in the block's units, wherever the part stands in it.
    .text(
      block, pass, ink.moved(by: Point(x: -origin.x, y: -origin.y)),
      at: Matrix.translation(origin.x, origin.y).then(matrix).snapped, opacity: 1)
  }

  private var boxes: [Mark] {
    paint.boxes.compactMap { box in
      let areas = areas(box.scope).map { $0.grown(by: box.padding) }
      guard !areas.isEmpty else { return nil }
      let shapes = areas.flatMap { area in
        Outline.rectangle(area.snapped, cornerRadius: max(0, box.cornerRadius).snappedToPixelGrid).steps
      }
      return .fill(
        Outline(shapes), Ink(box.paint, across: lettering.paintBox), at: matrix.snapped, opacity: 1)
    }
  }
}

extension LetterStaging {
  private func areas(_ scope: BoxScope) -> [Rect] {
    switch scope {
    case .block: block.wordsArea.map { [$0] } ?? []
    case .line: block.lineAreas
    case .word: block.wordAreas
    }
  }
}

extension Mark {
  /// How far behind the letters of its text it lies; what isn't text lies among them.
  var depth: Double {
    switch self {
    case .text(_, .shadow, _, _, _): 1e9
    case .text(_, .outline(let width), _, _, _): width
    case .fill: 2e9
    case .text, .stroke, .lights, .group, .dissolve, .mix, .sheet, .beneath: 0
    }
  }
}

extension Ink {
  /// The same colors for what is moved the other way.
  func moved(by shift: Point) -> Ink {
    func moved(_ point: Point) -> Point { Point(x: point.x + shift.x, y: point.y + shift.y) }
    return switch self {
    case .color, .picture: self
    case .linear(let stops, let from, let to): .linear(stops, from: moved(from), to: moved(to))
    case .radial(let stops, let center, let radii): .radial(stops, center: moved(center), radii: radii)
    }
  }
}

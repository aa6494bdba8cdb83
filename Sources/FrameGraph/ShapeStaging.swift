import Primitives
import Timeline

/// A shape in one frame.
struct ShapeStaging {
  let content: ShapeContent
  let time: Time
  let size: Size
  let matrix: Matrix

  var marks: [Mark] {
    if let figure = content.figure {
      return FigureStaging(figure: figure, content: content, time: time, size: size, matrix: matrix).marks
    }
    let outline = outline
    let fill = content.fill.map {
      Mark.fill(outline, Ink($0.value(at: time), in: size), at: matrix, opacity: 1)
    }
    return [fill, stroke(along: outline)].compactMap(\.self)
  }

  private var outline: Outline {
    guard let morph = content.morph else { return content.shape.outline(in: size) }
    return morph.outlines.outline(at: morph.progress.value(at: time)).snapped
  }

  private func stroke(along outline: Outline) -> Mark? {
    guard let stroke = content.stroke else { return nil }
    var line = outline
    if let part = stroke.part {
      line =
        OutlineMeasure(outline).part(from: part.from.value(at: time), to: part.to.value(at: time)).snapped
      guard !line.steps.isEmpty else { return nil }
    }
    return Mark.stroke(
      line, width: max(0, stroke.width.value(at: time)).snappedToPixelGrid,
      Ink(stroke.paint.value(at: time), in: size), at: matrix, opacity: 1)
  }
}

package import Primitives
import Timeline

extension Drawing {
  /// The same picture without the marks that a later one covers.
  var withoutWhatIsHidden: Drawing {
    guard let last = marks.lastIndex(where: { $0.covers(size) }), last > 0 else { return self }
    return Drawing(size: size, background: background, marks: Array(marks[last...]))
  }
}

extension Mark {
  /// Whether nothing beneath it can be seen.
  package func covers(_ screen: PixelSize) -> Bool {
    switch self {
    case .fill(let outline, let ink, let matrix, let opacity):
      return opacity == 1 && ink.isOpaque && outline.rectangle?.covers(screen, at: matrix) == true
    case .stroke, .text, .lights, .sheet, .beneath: return false
    case .group(let group):
      return group.opacity == 1 && group.blend == .normal && group.clip == nil && group.mask == nil
        && group.filters.allSatisfy(\.keepsCover) && group.marks.contains { $0.covers(screen) }
    case .dissolve(let from, let to, _), .mix(let from, let to, _):
      return from.contains { $0.covers(screen) } && to.contains { $0.covers(screen) }
    }
  }

  /// Whether its colors depend on those beneath it.
  var mixesColors: Bool { if case .group(let group) = self { group.blend != .normal } else { false } }

  /// The mark, seen only so much.
  func faded(by opacity: Double) -> Mark {
    switch self {
    case .fill(let outline, let ink, let matrix, let own):
      .fill(outline, ink, at: matrix, opacity: (own * opacity).snappedToRatioGrid)
    case .stroke(let outline, let width, let ink, let matrix, let own):
      .stroke(outline, width: width, ink, at: matrix, opacity: (own * opacity).snappedToRatioGrid)
    case .text(let block, let pass, let ink, let matrix, let own):
      .text(block, pass, ink, at: matrix, opacity: (own * opacity).snappedToRatioGrid)
    case .lights(let lights, let ink, let matrix, let own):
      .lights(lights, ink, at: matrix, opacity: (own * opacity).snappedToRatioGrid)
    case .group(var group):
      {
        group.opacity = (group.opacity * opacity).snappedToRatioGrid
        return .group(group)
      }()
    case .dissolve, .mix, .sheet, .beneath:
      .group(MarkGroup([self], opacity: opacity.snappedToRatioGrid))
    }
  }
}

extension [Mark] {
  /// Marks that fade as one.
  func faded(by opacity: Double) -> [Mark] {
    if opacity == 1 { return self }
    if opacity <= 0 || isEmpty { return [] }
    if count == 1 { return [self[0].faded(by: opacity)] }
    return [.group(MarkGroup(self, opacity: opacity.snappedToRatioGrid))]
  }

  /// As much of these as `progress` says over what it leaves of others.
  ///
  /// Where these cover the screen, painting them so much over the others is the same and cheaper.
  func dissolved(over others: [Mark], progress: Double, screen: PixelSize) -> [Mark] {
    let progress = progress.snappedToRatioGrid
    if contains(where: { $0.covers(screen) }) { return others + faded(by: progress) }
    return [.dissolve(from: others, to: self, progress: progress)]
  }
}

extension Ink {
  var isOpaque: Bool {
    switch self {
    case .color(let color): color.alpha == 1
    case .linear(let stops, _, _), .radial(let stops, _, _):
      !stops.isEmpty && stops.allSatisfy { $0.color.alpha == 1 }
    case .picture(let sample): sample.isOpaque
    }
  }
}

extension Rect {
  /// Whether a screen lies in it once a matrix took it there.
  func covers(_ screen: PixelSize, at matrix: Matrix) -> Bool {
    if matrix.isUpright {
      let box = box(at: matrix)
      // A thousandth of a pixel is less than a shade of the last row.
      let slack = 0.002
      return box.x <= slack && box.y <= slack && box.maxX >= Double(screen.width) - slack
        && box.maxY >= Double(screen.height) - slack
    }
    guard let toBox = matrix.inverse else { return false }
    let (width, height) = (Double(screen.width), Double(screen.height))
    return [(0.0, 0.0), (width, 0), (0, height), (width, height)].allSatisfy { x, y in
      let corner = toBox.apply(Point(x: x, y: y))
      return corner.x >= self.x && corner.x <= maxX && corner.y >= self.y && corner.y <= maxY
    }
  }
}

extension Outline {
  /// The upright rectangle it is, if it is one.
  package var rectangle: Rect? {
    guard steps.count == 5, case .move(let a) = steps[0], case .line(let b) = steps[1],
      case .line(let c) = steps[2], case .line(let d) = steps[3], steps[4] == .close,
      a.y == b.y, b.x == c.x, c.y == d.y, d.x == a.x
    else { return nil }
    return Rect(x: a.x, y: a.y, width: b.x - a.x, height: c.y - b.y)
  }
}

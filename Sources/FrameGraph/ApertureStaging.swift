import Primitives
import Timeline

extension Staging {
  /// Marks of a transition, as far as they are seen through its aperture; by themselves in any case.
  func marks(
    _ marks: [Mark], through aperture: Aperture, at time: Time, in size: Size, placed matrix: Matrix
  ) -> [Mark] {
    let apart = marks.contains(where: \.mixesColors) ? [.group(MarkGroup(marks))] : marks
    guard !apart.isEmpty, let edge = edge(of: aperture, in: size, placed: matrix),
      !edge.holds(view.screen)
    else { return apart }
    let opening = aperture.opening.value(at: time)
    let share = (opening == opening ? max(0, min(1, opening)) : 0).snappedToRatioGrid
    if share == 1 { return apart }
    let cut = [Mark.group(MarkGroup(apart, clip: edge))]
    return share > 0 ? apart.dissolved(over: cut, progress: share, screen: view.screen) : cut
  }

  private func edge(
    of aperture: Aperture, in size: Size, placed matrix: Matrix
  ) -> MarkGroup.Clipping? {
    if aperture.edge == .element, let alone = crossing?.alone {
      return alone(matrix, view).edge(of: size, placed: matrix)?.framing
    }
    return MarkGroup.Clipping(outline: .rectangle(Rect(size.snapped)), matrix: matrix.snapped).framing
  }
}

extension MarkGroup.Clipping {
  /// The same, at which what is in it is taken to go on.
  fileprivate var framing: MarkGroup.Clipping {
    MarkGroup.Clipping(outline: outline, matrix: matrix, isFrame: true)
  }

  /// Whether it cuts nothing off a screen.
  fileprivate func holds(_ screen: PixelSize) -> Bool {
    outline.rectangle?.covers(screen, at: matrix) ?? false
  }
}

extension [Mark] {
  /// The outline of what fills a box; nil where that can be seen through, as letters can.
  fileprivate func edge(of size: Size, placed matrix: Matrix) -> MarkGroup.Clipping? {
    guard let edge = first?.edge(of: size, placed: matrix) else { return nil }
    // What lies on top of the first is taken to lie within, if that is as large as all.
    return count == 1 || edge.reaches(around: size, placed: matrix) ? edge : nil
  }
}

extension Mark {
  fileprivate func edge(of size: Size, placed matrix: Matrix) -> MarkGroup.Clipping? {
    switch self {
    case .fill(let outline, let ink, let place, _):
      if case .picture(let sample) = ink, !sample.isOpaque { return nil }
      return MarkGroup.Clipping(outline: outline, matrix: place)
    case .stroke, .text, .lights, .sheet, .beneath: return nil
    case .group(let group):
      guard group.mask == nil, group.filters.allSatisfy(\.keepsCover) else { return nil }
      return group.clip ?? group.marks.edge(of: size, placed: matrix)
    case .dissolve(let from, let to, _), .mix(let from, let to, _):
      let edge = from.edge(of: size, placed: matrix)
      return edge == to.edge(of: size, placed: matrix) ? edge : nil
    }
  }
}

extension MarkGroup.Clipping {
  /// Whether it is as wide and as high as a box, at least.
  fileprivate func reaches(around size: Size, placed outer: Matrix) -> Bool {
    guard let back = outer.inverse, let box = outline.reach?.box(at: matrix.then(back)) else {
      return false
    }
    let slack = 0.01 * max(1, max(size.width, size.height) / 100)
    return box.x <= slack && box.y <= slack && box.maxX >= size.width - slack
      && box.maxY >= size.height - slack
  }
}

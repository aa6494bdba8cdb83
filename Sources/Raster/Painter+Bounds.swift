import FrameGraph
import Primitives
import Timeline

extension Painter {
  /// The pixels that marks may change, as nearly as can be told soon; nil if there are none.
  mutating func area(of marks: [Mark]) throws(Problem) -> PixelArea? {
    var whole: PixelArea?
    for mark in marks {
      guard let area = try area(of: mark) else { continue }
      whole = whole?.union(area) ?? area
    }
    return whole
  }

  private mutating func area(of mark: Mark) throws(Problem) -> PixelArea? {
    switch mark {
    case .fill(let outline, _, let matrix, _):
      return outline.reach.flatMap { visible($0.box(at: matrix)) }
    case .stroke(let outline, let width, _, let matrix, _):
      return outline.reach.flatMap { visible($0.grown(by: width.magnitude).box(at: matrix)) }
    case .text(let block, let pass, _, let matrix, _):
      return try textLayers.area(of: block, pass, at: matrix)
    case .group(let group):
      let area = try areaBeforeFilters(of: group)
      return area.flatMap { area in
        group.filters.reduce(area) { $0.grown(by: $1.reach) }.intersection(PixelArea(size))
      }
    case .dissolve(let from, let to, _):
      return try area(of: from + to)
    }
  }

  private mutating func areaBeforeFilters(of group: MarkGroup) throws(Problem) -> PixelArea? {
    var inside = try area(of: group.marks)
    if let mask = group.mask, !mask.masking.isInverted {
      let shown = try area(of: mask.marks)
      inside = shown.flatMap { inside?.intersection($0) }
    }
    guard let clip = group.clip else { return inside }
    let shape = clip.outline.reach.flatMap { visible($0.box(at: clip.matrix)) }
    return shape.flatMap { inside?.intersection($0) }
  }

  /// What the screen shows of a box, and a pixel around it; what is out of all bounds is the whole screen.
  private func visible(_ box: Rect) -> PixelArea? {
    let most = 1e6
    let screen = PixelArea(size)
    guard box.width < most, box.height < most, max(box.x.magnitude, box.y.magnitude) < most else {
      return screen
    }
    let (width, height) = (max(box.width, 0.001), max(box.height, 0.001))
    let area = PixelArea(around: Rect(x: box.x, y: box.y, width: width, height: height))
    return area?.grown(by: PixelSize(width: 1, height: 1)).intersection(screen)
  }
}

extension Outline {
  /// A box around all its points, and so around all that it encloses.
  fileprivate var reach: Rect? {
    let points = steps.flatMap { step -> [Point] in
      switch step {
      case .move(let end), .line(let end): [end]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(),
      let bottom = points.map(\.y).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension Rect {
  func grown(by margin: Double) -> Rect {
    Rect(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

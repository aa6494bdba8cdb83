import FrameGraph
import Primitives
import Timeline

extension Painter {
  /// The pixels of an area that marks may change, as nearly as can be told soon; nil if there are none.
  mutating func area(of marks: [Mark], within view: PixelArea) throws(Problem) -> PixelArea? {
    var whole: PixelArea?
    for mark in marks {
      guard let area = try area(of: mark, within: view) else { continue }
      whole = whole?.union(area) ?? area
    }
    return whole
  }

  private mutating func area(of mark: Mark, within view: PixelArea) throws(Problem) -> PixelArea? {
    switch mark {
    case .fill(let outline, _, let matrix, _):
      return outline.reach.flatMap { seen($0.box(at: matrix), within: view) }
    case .stroke(let outline, let width, _, let matrix, _):
      return outline.reach.flatMap { seen($0.grown(by: width.magnitude).box(at: matrix), within: view) }
    case .text(let block, let pass, _, let matrix, _):
      return try textLayers.area(of: block, pass, at: matrix)?.intersection(view)
    case .lights(let lights, _, let matrix, _):
      return lights.reach.flatMap { seen($0.box(at: matrix), within: view) }
    case .group(let group):
      return group.filters.isEmpty
        ? try areaBeforeFilters(of: group, within: view)
        : try extent(for: group, within: view)?.intersection(view)
    case .dissolve(let from, let to, _), .mix(let from, let to, _):
      return try area(of: from + to, within: view)
    case .sheet(let sheet):
      let content = try onScreen(sheet.size) { painter throws(Problem) in
        try painter.area(of: sheet.marks, within: PixelArea(sheet.size))
      }
      return content?.grown(by: PixelSize(width: 2, height: 2)).seen(by: sheet.toScreen, within: view)
    case .beneath(let beneath):
      return beneath.clip.outline.reach.flatMap { seen($0.box(at: beneath.clip.matrix), within: view) }
    }
  }

  /// The layer that a group is filtered on: what it may reach, and what may reach into the view.
  ///
  /// What crosses the frame, or just reaches it, is taken to go on beyond: there the layer ends inside of it.
  mutating func extent(for group: MarkGroup, within view: PixelArea) throws(Problem) -> PixelArea? {
    let reach = group.filters.reach
    let wide = view.grown(by: reach)
    guard let content = try areaBeforeFilters(of: group, within: wide) else { return nil }
    var extent = content.grown(by: reach)
    for filter in group.filters {
      guard let (point, factor) = filter.growth else { continue }
      extent = extent.union(extent.enlarged(around: point, by: factor))
    }
    guard var extent = extent.intersection(wide) else { return nil }
    // Two pixels inside of its edge, everything of what has straight edges is there.
    if content.left < frame.right {
      if content.right >= frame.right {
        extent.right = min(extent.right, max(frame.right, content.right - 2))
      }
    }
    if content.right > frame.left {
      if content.left <= frame.left { extent.left = max(extent.left, min(frame.left, content.left + 2)) }
    }
    if content.top < frame.bottom {
      if content.bottom >= frame.bottom {
        extent.bottom = min(extent.bottom, max(frame.bottom, content.bottom - 2))
      }
    }
    if content.bottom > frame.top {
      if content.top <= frame.top { extent.top = max(extent.top, min(frame.top, content.top + 2)) }
    }
    return extent.left < extent.right && extent.top < extent.bottom ? extent : nil
  }

  private mutating func areaBeforeFilters(
    of group: MarkGroup, within view: PixelArea
  ) throws(Problem) -> PixelArea? {
    var inside = try area(of: group.marks, within: view)
    if let mask = group.mask, !mask.masking.isInverted {
      let shown = try area(of: mask.marks, within: view)
      inside = shown.flatMap { inside?.intersection($0) }
    }
    guard let clip = group.clip else { return inside }
    let shape = clip.outline.reach.flatMap { seen($0.box(at: clip.matrix), within: view) }
    return shape.flatMap { inside?.intersection($0) }
  }

  /// What a view shows of a box, and a pixel around it; what is out of all bounds is the whole view.
  private func seen(_ box: Rect, within view: PixelArea) -> PixelArea? {
    let most = 1e6
    guard box.width < most, box.height < most, max(box.x.magnitude, box.y.magnitude) < most else {
      return view
    }
    let (width, height) = (max(box.width, 0.001), max(box.height, 0.001))
    let area = PixelArea(around: Rect(x: box.x, y: box.y, width: width, height: height))
    return area?.grown(by: PixelSize(width: 1, height: 1)).intersection(view)
  }
}

extension MarkGroup.Clipping {
  /// The pixels in it, if it is a frame that stands upright.
  var frame: PixelArea? {
    guard isFrame, matrix.isUpright, let box = outline.reach?.box(at: matrix) else { return nil }
    return PixelArea(around: box)
  }
}

extension Rect {
  func grown(by margin: Double) -> Rect {
    Rect(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

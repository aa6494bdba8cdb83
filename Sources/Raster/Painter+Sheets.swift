internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Paints marks on a plane of their own, and then the plane as it is seen at an angle.
  mutating func paint(_ sheet: Sheet) throws(Problem) {
    let content = try onScreen(sheet.size) { painter throws(Problem) in
      try painter.area(of: sheet.marks, within: PixelArea(sheet.size))
    }
    // Room for edges to be soft in.
    guard let content = content?.grown(by: PixelSize(width: 2, height: 2)),
      let seen = content.seen(by: sheet.toScreen, within: view)
    else { return }
    let flat = try layer(content, throughSheet: sheet.toScreen) { painter throws(Problem) in
      try painter.onScreen(sheet.size) { painter throws(Problem) in
        for mark in sheet.marks { try painter.paint(mark) }
      }
    }
    guard let fromScreen = sheet.toScreen.inverse else { return }
    let outline = sheet.toScreen.outline(of: Rect(content), noNearerThan: Sheet.nearest)
    let reaches = RowReaches(of: Outline(polygon: outline), at: .identity, in: seen)
    let shown = try layer(seen) { painter throws(Problem) in
      TiltedSampling(flat, content, fromScreen).fill(seen, painter.brush, within: reaches)
    }
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    brush.clip(to: seen)
    cairo_set_source_surface(brush.handle, shown.handle, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(brush.handle), CAIRO_FILTER_NEAREST)
    brush.paint(opacity: 1)
  }

  /// Does something on a sheet, which takes the place of the screen.
  mutating func onScreen<R>(
    _ size: PixelSize, _ body: (inout Painter) throws(Problem) -> R
  ) throws(Problem) -> R {
    let before = (screen, frame)
    (screen, frame) = (size, PixelArea(size))
    defer { (screen, frame) = before }
    return try body(&self)
  }
}

extension PixelArea {
  /// The pixels of a view in which an area may be seen; nil if there are none.
  func seen(by map: Homography, within view: PixelArea) -> PixelArea? {
    guard var box = map.outline(of: Rect(self), noNearerThan: Sheet.nearest).bounds else { return nil }
    let most = 1e7
    guard [box.x, box.maxX, box.y, box.maxY].allSatisfy({ $0.magnitude < most }) else { return view }
    (box.width, box.height) = (max(box.width, 0.001), max(box.height, 0.001))
    return PixelArea(around: box)?.grown(by: PixelSize(width: 1, height: 1)).intersection(view)
  }
}

extension Rect {
  init(_ area: PixelArea) {
    self.init(
      x: Double(area.left), y: Double(area.top), width: Double(area.size.width),
      height: Double(area.size.height))
  }
}

extension Outline {
  /// Straight lines from point to point, and back to the first.
  fileprivate init(polygon points: [Point]) {
    self.init(
      points.enumerated().map { $0.offset == 0 ? Step.move($0.element) : .line($0.element) }
        + (points.isEmpty ? [] : [.close]))
  }
}

extension Outline {
  package static func rectangle(_ rect: Rect) -> Outline {
    Outline([
      .move(Point(x: rect.x, y: rect.y)), .line(Point(x: rect.maxX, y: rect.y)),
      .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.x, y: rect.maxY)), .close,
    ])
  }

  /// A rectangle whose corners are quarter circles; the radius is at most half the shorter side.
  package static func rectangle(_ rect: Rect, cornerRadius: Double) -> Outline {
    let radius = max(0, min(cornerRadius, rect.width / 2, rect.height / 2))
    return radius > 0 ? rounded(rect, radius, radius) : rectangle(rect)
  }

  /// The ellipse that touches all four sides of a rectangle.
  package static func ellipse(in rect: Rect) -> Outline { rounded(rect, rect.width / 2, rect.height / 2) }

  private static func rounded(_ rect: Rect, _ radiusX: Double, _ radiusY: Double) -> Outline {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX, rect.maxY)
    // A cubic with this handle strays from a quarter circle by less than 0.03 % of the radius.
    let handleX = (radiusX * 0.447_715_25).snappedToPixelGrid
    let handleY = (radiusY * 0.447_715_25).snappedToPixelGrid
    func at(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    return Outline([
      .move(at(left + radiusX, top)), .line(at(right - radiusX, top)),
      .curve(at(right - handleX, top), at(right, top + handleY), at(right, top + radiusY)),
      .line(at(right, bottom - radiusY)),
      .curve(at(right, bottom - handleY), at(right - handleX, bottom), at(right - radiusX, bottom)),
      .line(at(left + radiusX, bottom)),
      .curve(at(left + handleX, bottom), at(left, bottom - handleY), at(left, bottom - radiusY)),
      .line(at(left, top + radiusY)),
      .curve(at(left, top + handleY), at(left + handleX, top), at(left + radiusX, top)), .close,
    ])
  }
}

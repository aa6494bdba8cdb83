/// A map of the plane that keeps straight lines straight, as a camera does that looks at it askew.
///
/// `flat` gives `x'` and `y'` as if nothing were farther away; both are divided by how far away a point is.
package struct Homography: Hashable, Sendable {
  package var flat: Matrix
  /// How much farther away everything is 65,536 units to the right, and down.
  package var slopeX: Double
  package var slopeY: Double
  /// How far away the origin is; what is 1 away is as large as it is.
  package var distance: Double

  package init(flat: Matrix, slopeX: Double = 0, slopeY: Double = 0, distance: Double = 1) {
    (self.flat, self.slopeX, self.slopeY, self.distance) = (flat, slopeX, slopeY, distance)
  }

  /// So far a slope goes: numbers as small as slopes by the pixel would be have no place on the grid of drawings.
  private static let reach = 65_536.0

  /// How far away a point is; what isn't above zero is behind the eye.
  package func distance(of point: Point) -> Double {
    (slopeX * point.x + slopeY * point.y) / Homography.reach + distance
  }

  /// Where a point is seen, which mustn't be behind the eye.
  package func apply(_ point: Point) -> Point {
    let (place, distance) = (flat.apply(point), distance(of: point))
    return Point(x: place.x / distance, y: place.y / distance)
  }

  /// Whether it is no more than a matrix.
  package var isFlat: Bool { slopeX == 0 && slopeY == 0 && distance > 0 }

  /// How areas grow where things are 1 away; below zero where the plane is seen from behind.
  package var determinant: Double {
    let rows = rows
    return rows[0] * (rows[4] * rows[8] - rows[5] * rows[7])
      - rows[1] * (rows[3] * rows[8] - rows[5] * rows[6])
      + rows[2] * (rows[3] * rows[7] - rows[4] * rows[6])
  }

  /// The same on the grid of drawings.
  package var snapped: Homography {
    Homography(
      flat: flat.snapped, slopeX: slopeX.snappedToRatioGrid, slopeY: slopeY.snappedToRatioGrid,
      distance: distance.snappedToRatioGrid)
  }

  /// The map that undoes this one, where there is one.
  package var inverse: Homography? {
    let (m, scale) = (rows, determinant)
    guard scale != 0, scale.isFinite else { return nil }
    return Homography(rows: [
      (m[4] * m[8] - m[5] * m[7]) / scale, (m[2] * m[7] - m[1] * m[8]) / scale,
      (m[1] * m[5] - m[2] * m[4]) / scale,
      (m[5] * m[6] - m[3] * m[8]) / scale, (m[0] * m[8] - m[2] * m[6]) / scale,
      (m[2] * m[3] - m[0] * m[5]) / scale,
      (m[3] * m[7] - m[4] * m[6]) / scale, (m[1] * m[6] - m[0] * m[7]) / scale,
      (m[0] * m[4] - m[1] * m[3]) / scale,
    ])
  }

  /// This map first, then the other.
  package func then(_ next: Matrix) -> Homography { then(Homography(flat: next)) }

  /// This map first, then the other.
  package func then(_ next: Homography) -> Homography {
    let (first, second) = (rows, next.rows)
    return Homography(
      rows: (0..<9).map { place in
        let (row, column) = (place / 3, place % 3)
        return (0..<3).reduce(0.0) { $0 + second[row * 3 + $1] * first[$1 * 3 + column] }
      })
  }

  /// The nine numbers of the map of `(x, y, 1)` to `x'`, `y'` and how far away that is, a row each.
  package var rows: [Double] {
    [
      flat.a, flat.c, flat.tx, flat.b, flat.d, flat.ty, slopeX / Homography.reach,
      slopeY / Homography.reach, distance,
    ]
  }

  /// A map by its nine numbers, row by row.
  package init(rows: [Double]) {
    flat = Matrix(a: rows[0], b: rows[3], c: rows[1], d: rows[4], tx: rows[2], ty: rows[5])
    (slopeX, slopeY) = (rows[6] * Homography.reach, rows[7] * Homography.reach)
    distance = rows[8]
  }
}

extension Homography {
  /// How a point's neighbourhood is taken to where it is seen, as if all of it were as far away as the point.
  package func matrix(near point: Point) -> Matrix {
    let (m, distance) = (rows, distance(of: point))
    let place = apply(point)
    let (a, c) = ((m[0] - place.x * m[6]) / distance, (m[1] - place.x * m[7]) / distance)
    let (b, d) = ((m[3] - place.y * m[6]) / distance, (m[4] - place.y * m[7]) / distance)
    return Matrix(
      a: a, b: b, c: c, d: d, tx: place.x - a * point.x - c * point.y,
      ty: place.y - b * point.x - d * point.y)
  }

  /// Where the corners of a rectangle are seen, in order, and where its sides pass so near to the eye; none where all
  /// of it is nearer.
  package func outline(of rect: Rect, noNearerThan nearest: Double) -> [Point] {
    rect.corners.cut(where: { distance(of: $0) - nearest }).map(apply)
  }
}

extension [Point] {
  /// The part of a polygon without hollows where a number that grows evenly isn't below zero (Sutherland and Hodgman).
  package func cut(where height: (Point) -> Double) -> [Point] {
    var part: [Point] = []
    for (index, start) in enumerated() {
      let end = self[(index + 1) % count]
      let (low, high) = (height(start), height(end))
      if low >= 0 { part.append(start) }
      guard (low >= 0) != (high >= 0) else { continue }
      let share = low / (low - high)
      part.append(Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
    }
    return part
  }
}

extension Homography: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    flat.write(to: &writer)
    for number in [slopeX, slopeY, distance] { writer.write(number) }
  }
}

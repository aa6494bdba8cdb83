/// An affine map of the plane: `x' = a·x + c·y + tx`, `y' = b·x + d·y + ty`.
package struct Matrix: Hashable, Sendable {
  package var a = 1.0
  package var b = 0.0
  package var c = 0.0
  package var d = 1.0
  package var tx = 0.0
  package var ty = 0.0

  package init() {}

  package init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.tx = tx
    self.ty = ty
  }

  package static let identity = Matrix()

  package static func translation(_ x: Double, _ y: Double) -> Matrix {
    Matrix(a: 1, b: 0, c: 0, d: 1, tx: x, ty: y)
  }

  package static func scale(_ x: Double, _ y: Double) -> Matrix {
    Matrix(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0)
  }

  /// Clockwise on screen, as y points down.
  package static func rotation(_ angle: Angle) -> Matrix {
    let sine = ExactMath.sin(angle.radians)
    let cosine = ExactMath.cos(angle.radians)
    return Matrix(a: cosine, b: sine, c: -sine, d: cosine, tx: 0, ty: 0)
  }

  /// Leans what is upright: x moves with y by the tangent of the first angle, and y with x by that of the second.
  package static func skew(_ x: Angle, _ y: Angle) -> Matrix {
    func tangent(_ angle: Angle) -> Double {
      angle.radians == 0 ? 0 : ExactMath.sin(angle.radians) / ExactMath.cos(angle.radians)
    }
    return Matrix(a: 1, b: tangent(y), c: tangent(x), d: 1, tx: 0, ty: 0)
  }

  /// This map first, then the other.
  package func then(_ next: Matrix) -> Matrix {
    Matrix(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b,
      c: next.a * c + next.c * d, d: next.b * c + next.d * d,
      tx: next.a * tx + next.c * ty + next.tx, ty: next.b * tx + next.d * ty + next.ty)
  }

  package func apply(_ point: Point) -> Point {
    Point(x: a * point.x + c * point.y + tx, y: b * point.x + d * point.y + ty)
  }

  /// How much areas grow; zero where the map flattens the plane.
  package var determinant: Double { a * d - b * c }

  /// Whether upright rectangles stay upright.
  package var isUpright: Bool { b == 0 && c == 0 }

  /// The same map on the grid of drawings.
  package var snapped: Matrix {
    Matrix(
      a: a.snappedToRatioGrid, b: b.snappedToRatioGrid, c: c.snappedToRatioGrid, d: d.snappedToRatioGrid,
      tx: tx.snappedToPixelGrid, ty: ty.snappedToPixelGrid)
  }

  /// The map that undoes this one, where there is one.
  package var inverse: Matrix? {
    let scale = determinant
    guard scale != 0, scale.isFinite else { return nil }
    return Matrix(
      a: d / scale, b: -b / scale, c: -c / scale, d: a / scale,
      tx: (c * ty - d * tx) / scale, ty: (b * tx - a * ty) / scale)
  }
}

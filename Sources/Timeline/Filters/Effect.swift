package import Primitives

/// What is done to an element's pixels, and may change while it is on stage.
package protocol Effect: Sendable {
  /// What is done at one moment, by the element's own clock.
  func filter(at instant: EffectInstant) -> Filter
}

/// A moment of an element: when it is, and where the element's box is on the screen then.
package struct EffectInstant: Sendable {
  /// Since the element began.
  package let time: Time
  package let frame: Int
  package let box: Size
  /// Takes the box's units to output pixels.
  package let toScreen: Matrix

  package init(time: Time, frame: Int, box: Size, toScreen: Matrix) {
    self.time = time
    self.frame = frame
    self.box = box
    self.toScreen = toScreen
  }

  /// How long something in the box's units is on the screen.
  package func onScreen(_ length: Double) -> Double {
    (length * toScreen.determinant.magnitude.squareRoot()).snappedToPixelGrid
  }

  /// Where a point of the box is on the screen.
  package func point(_ anchor: Anchor) -> Point {
    let point = toScreen.apply(anchor.point(in: box))
    return Point(x: point.x.snappedToPixelGrid, y: point.y.snappedToPixelGrid)
  }

  /// A unit's way on the screen along an angle of the box.
  package func direction(_ angle: Angle) -> Point {
    let turned = Matrix.rotation(angle).then(toScreen)
    let length = (turned.a * turned.a + turned.b * turned.b).squareRoot()
    return length > 0 ? Point(x: turned.a / length, y: turned.b / length) : .zero
  }

  /// Takes a unit circle to an ellipse in the box, in shares of its size, and then to the screen.
  package func plane(center: Anchor, width: Double, height: Double, turned: Angle = .zero) -> Matrix {
    let middle = center.point(in: box)
    return Matrix.scale(width, height).then(.rotation(turned)).then(.translation(middle.x, middle.y)).then(
      toScreen
    )
    .snapped
  }
}

extension Collection<any Effect> {
  /// The last of them, as far as they throw shadows: those fall on what is beneath, whatever was done before.
  package var shadowsAtEnd: [any Effect] {
    let instant = EffectInstant(time: .zero, frame: 0, box: Size(width: 1, height: 1), toScreen: .identity)
    var shadows: [any Effect] = []
    for effect in Array(self).reversed() {
      guard case .shadow = effect.filter(at: instant) else { break }
      shadows.insert(effect, at: 0)
    }
    return shadows
  }
}

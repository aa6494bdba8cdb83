import Primitives
import Timeline

/// How large a plane that is seen at an angle is painted, and which part of it.
///
/// Where it is seen largest, about one of its pixels comes to one of the screen's.
struct SheetPlan {
  let size: PixelSize
  /// Takes the units of a box on the plane to the sheet's pixels.
  let toSheet: Matrix
  /// Takes the sheet's pixels to output pixels.
  let toScreen: Homography

  /// Nil where nothing of the plane is seen near the box.
  ///
  /// - Parameter seen: takes the box's units to output pixels.
  init?(of box: Size, seen: Homography, on screen: PixelSize) {
    guard let back = seen.inverse else { return nil }
    // A bit more than what is seen, so that the sheet's own edges aren't.
    let shown = Rect(Size(screen)).grown(by: Size(width: SheetPlan.margin, height: SheetPlan.margin))
    let visible = back.outline(of: shown, noNearerThan: 1 / SheetPlan.farthest)
      .filter { seen.distance(of: $0) >= Sheet.nearest }
    let inside = visible.cut(to: Rect(box))
    let probes = inside.isEmpty ? visible : inside
    guard probes.count > 2, let near = probes.bounds else { return nil }
    let scales = probes.map { point -> Size in
      let local = seen.matrix(near: point)
      return Size(
        width: (local.a * local.a + local.b * local.b).squareRoot(),
        height: (local.c * local.c + local.d * local.d).squareRoot())
    }
    var scale = Size(width: scales.map(\.width).max() ?? 1, height: scales.map(\.height).max() ?? 1)
    let area = near.width * near.height * scale.width * scale.height
    let most = SheetPlan.mostScreens * Double(screen.width * screen.height)
    let reduction = area > most ? (most / area).squareRoot() : 1
    scale = Size(
      width: SheetPlan.step(scale.width * reduction), height: SheetPlan.step(scale.height * reduction))
    // What isn't near the box is taken to be empty.
    let longer = Double(max(screen.width, screen.height))
    let reach = Rect(box).grown(by: Size(width: longer / scale.width, height: longer / scale.height))
    let part = visible.cut(to: reach)
    guard part.count > 2, let bounds = part.bounds else { return nil }
    let (left, top) = ((bounds.x * scale.width).rounded(.down), (bounds.y * scale.height).rounded(.down))
    size = PixelSize(
      width: Int(max(1, (bounds.maxX * scale.width).rounded(.up) - left)),
      height: Int(max(1, (bounds.maxY * scale.height).rounded(.up) - top)))
    toSheet = Matrix.scale(scale.width, scale.height).then(.translation(-left, -top))
    guard let toBox = toSheet.inverse else { return nil }
    toScreen = toBox.homography.then(seen).snapped
  }

  private static let margin = 4.0
  /// What is so many times smaller isn't seen.
  private static let farthest = 256.0
  /// What of the box is seen is painted no larger than so many screens.
  private static let mostScreens = 4.0

  /// The next one of a few sizes, so that what is kept of letters and pictures is wanted again in the next frame.
  private static func step(_ scale: Double) -> Double {
    let ratio = 2.0.squareRoot().squareRoot()
    guard scale.isFinite, scale > 1e-6 else { return 1e-6 }
    var step = 1.0
    while step < scale, step < 4096 { step *= ratio }
    while step / ratio >= scale { step /= ratio }
    return step
  }
}

extension [Point] {
  /// The part of a polygon without hollows that lies in a rectangle.
  fileprivate func cut(to rect: Rect) -> [Point] {
    cut { $0.x - rect.x }.cut { rect.maxX - $0.x }.cut { $0.y - rect.y }.cut { rect.maxY - $0.y }
  }
}

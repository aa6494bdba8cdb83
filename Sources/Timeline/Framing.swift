package import Primitives

/// A part of a picture, whatever the shape of the screen.
public enum Framing: Hashable, Sendable {
  /// As much as the shape allows.
  case whole
  /// A point, in shares of the picture, brought to the middle and so many times nearer, 1 to 100.
  case focus(x: Double, y: Double, zoom: Double)
  /// All of a rectangle, in shares of the picture.
  case rectangle(x: Double, y: Double, width: Double, height: Double)

  /// The window of a shape (width ÷ height) in a picture: inside it, always.
  package func window(in picture: Size, shape: Double) -> Rect {
    let whole = Framing.largest(shape, in: picture)
    switch self {
    case .whole:
      return Framing.rect(center: Point(x: picture.width / 2, y: picture.height / 2), whole, in: picture)
    case .focus(let x, let y, let zoom):
      let zoom = min(Framing.nearest, max(1, zoom))
      let size = Size(width: whole.width / zoom, height: whole.height / zoom)
      return Framing.rect(center: Point(x: x * picture.width, y: y * picture.height), size, in: picture)
    case .rectangle(let x, let y, let width, let height):
      // What isn't a number must not come first: it would win.
      let least = whole.width / Framing.nearest
      let needed = max(least, width * picture.width, height * picture.height * shape)
      let fitting = min(needed, whole.width)
      let center = Point(x: (x + width / 2) * picture.width, y: (y + height / 2) * picture.height)
      return Framing.rect(center: center, Size(width: fitting, height: fitting / shape), in: picture)
    }
  }

  /// A window is never smaller than this part of the largest one.
  private static let nearest = 100.0

  private static func largest(_ shape: Double, in picture: Size) -> Size {
    picture.width > picture.height * shape
      ? Size(width: picture.height * shape, height: picture.height)
      : Size(width: picture.width, height: picture.width / shape)
  }

  private static func rect(center: Point, _ size: Size, in picture: Size) -> Rect {
    Rect(
      x: max(0, min(picture.width - size.width, center.x - size.width / 2)),
      y: max(0, min(picture.height - size.height, center.y - size.height / 2)),
      width: size.width, height: size.height)
  }
}

extension Framing: CustomStringConvertible {
  /// As `libretto timeline` prints it: `0.5,0.5×1.2`.
  public var description: String {
    switch self {
    case .whole: "whole"
    case .focus(let x, let y, let zoom): "\(x.brief),\(y.brief)×\(zoom.brief)"
    case .rectangle(let x, let y, let width, let height):
      "\(x.brief),\(y.brief)+\(width.brief)×\(height.brief)"
    }
  }
}

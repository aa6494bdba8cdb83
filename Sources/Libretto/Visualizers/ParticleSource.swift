import Primitives
import Timeline

/// Where particles come from.
public struct ParticleSource: Sendable {
  enum Form: Sendable {
    case known(ParticleOrigin)
    case brightParts(AssetPath)
  }

  let form: Form

  /// A point of the frame; they fly in all directions.
  public static func point(_ anchor: Anchor) -> ParticleSource { known(.point(anchor)) }

  /// A circle, from which they fly outwards; its radius is a share of half the frame's shorter side.
  public static func ring(_ radius: Double = 0.6, around center: Anchor = .center) -> ParticleSource {
    known(.ring(center, radius: radius))
  }

  /// The way from one point to another; they fly to its left.
  public static func line(from start: Anchor, to end: Anchor) -> ParticleSource {
    known(.line(from: start, to: end))
  }

  /// Where a picture that covers the frame is brightest: its lamps, windows and stars.
  public static func brightParts(of picture: String, file: String = #filePath, line: Int = #line)
    -> ParticleSource
  {
    ParticleSource(form: .brightParts(AssetPath(picture, from: Site(file: file, line: line))))
  }

  private static func known(_ origin: ParticleOrigin) -> ParticleSource {
    ParticleSource(form: .known(origin))
  }

  /// All over the frame.
  public static let everywhere = known(.everywhere)
  /// The lower edge; they rise.
  public static let bottomEdge = line(from: .bottomLeft, to: .bottomRight)
  /// The upper edge; they fall.
  public static let topEdge = line(from: .topRight, to: .topLeft)
  /// The left edge; they fly to the right.
  public static let leftEdge = line(from: .topLeft, to: .bottomLeft)
  /// The right edge; they fly to the left.
  public static let rightEdge = line(from: .bottomRight, to: .topRight)
  /// The middle of the frame.
  public static let center = point(.center)
  /// The middle of the upper side.
  public static let top = point(.top)
  /// The middle of the lower side.
  public static let bottom = point(.bottom)
  /// The middle of the left side.
  public static let left = point(.left)
  /// The middle of the right side.
  public static let right = point(.right)
  /// The upper left corner.
  public static let topLeft = point(.topLeft)
  /// The upper right corner.
  public static let topRight = point(.topRight)
  /// The lower left corner.
  public static let bottomLeft = point(.bottomLeft)
  /// The lower right corner.
  public static let bottomRight = point(.bottomRight)
}

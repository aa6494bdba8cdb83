/// A move by its name.
public struct KenBurns: Hashable, Sendable {
  package var move: KenBurnsMove
  /// Where the move is to be chosen, what it is chosen by besides the picture.
  package var automatic: Noise?
  package var followsThrough = false

  package init(_ move: KenBurnsMove) { self.move = move }

  /// Between two framings.
  public static func move(from: Framing, to: Framing, easing: Easing = .linear) -> KenBurns {
    KenBurns(KenBurnsMove(from: from, to: to, easing: easing))
  }

  /// A gentle move that suits the picture: along it where its shape is another than its box's, else nearer to or
  /// farther from what draws the eye; another one than the last.
  public static let auto = auto(seed: 0)

  /// Other moves for other seeds.
  public static func auto(seed: Noise) -> KenBurns {
    var move = KenBurns(.still)
    move.automatic = seed
    return move
  }

  /// Doesn't start or stop where a transition leads in or out, but goes on at its speed; elsewhere it keeps its
  /// easing.
  public func followingThrough() -> KenBurns {
    var move = self
    move.followsThrough = true
    return move
  }

  /// From the whole to a part that is so much nearer: 0.15 ends at 115 %.
  public static func zoomIn(
    _ amount: Double = 0.15, toward point: Anchor = .center, easing: Easing = .linear
  ) -> KenBurns {
    KenBurns(
      KenBurnsMove(from: .whole, to: .focus(x: point.x, y: point.y, zoom: 1 + amount), easing: easing))
  }

  /// From a part that is so much nearer to the whole.
  public static func zoomOut(
    _ amount: Double = 0.15, from point: Anchor = .center, easing: Easing = .linear
  ) -> KenBurns {
    KenBurns(
      KenBurnsMove(from: .focus(x: point.x, y: point.y, zoom: 1 + amount), to: .whole, easing: easing))
  }

  /// The view travels over the picture, which is brought so much nearer to make room.
  public static func pan(_ direction: Direction, zoom: Double = 1.15, easing: Easing = .linear) -> KenBurns
  {
    let way = direction.unit
    func edge(_ sign: Double) -> Framing {
      .focus(x: 0.5 + sign * way.x / 2, y: 0.5 + sign * way.y / 2, zoom: zoom)
    }
    return KenBurns(KenBurnsMove(from: edge(-1), to: edge(1), easing: easing))
  }
}

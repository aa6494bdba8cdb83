import Primitives
import Timeline

/// A move that suits a picture: its shape, what is in it, and how long it is seen.
struct AutoMove {
  enum Kind: Int, CaseIterable { case nearer, farther, forth, back }

  /// Width ÷ height of the picture, over that of its box.
  private let excess: Double
  private let focus: Point
  private let seconds: Double

  init(_ picture: PixelSize, shape: Double, focus: Point, seconds: Double) {
    excess = Double(picture.width) / Double(picture.height) / shape
    self.focus = focus
    self.seconds = max(0, min(60, seconds))
  }

  /// What suits it, the likeliest first: where much of it doesn't fit the box, the view travels along it.
  func kinds(_ noise: Noise) -> [Kind] {
    let all: [Kind] = max(excess, 1 / excess) > 1.25 ? [.forth, .back] : Kind.allCases
    let first = Int(noise.value(0) * Double(all.count))
    return Array(all[first...] + all[..<first])
  }

  func move(_ kind: Kind) -> KenBurnsMove {
    switch kind {
    case .nearer: KenBurnsMove(from: .whole, to: near, easing: .linear)
    case .farther: KenBurnsMove(from: near, to: .whole, easing: .linear)
    case .forth: KenBurnsMove(from: edge(-1), to: edge(1), easing: .linear)
    case .back: KenBurnsMove(from: edge(1), to: edge(-1), easing: .linear)
    }
  }

  /// What draws the eye, nearer by no more than is gentle in the time.
  private var near: Framing {
    .focus(x: focus.x, y: focus.y, zoom: 1 + max(0.05, min(0.18, 0.025 * seconds)))
  }

  /// One end of a way that has in its middle what draws the eye, and is no longer than is gentle.
  private func edge(_ sign: Double) -> Framing {
    let isWide = excess >= 1
    // Of a picture of the box's shape, something has to be cut for there to be a way.
    let zoom = max(excess, 1 / excess) > 1.25 ? 1 : 1.1
    let view = 1 / (max(excess, 1 / excess) * zoom)
    let way = min(1 - view, view * 0.06 * seconds)
    func end(_ middle: Double) -> Double {
      max((view + way) / 2, min(1 - (view + way) / 2, middle)) + sign * way / 2
    }
    return isWide
      ? .focus(x: end(focus.x), y: focus.y, zoom: zoom) : .focus(x: focus.x, y: end(focus.y), zoom: zoom)
  }
}

extension Lowering {
  /// The move of a picture during a turn; where it flows over into its neighbours it doesn't stop.
  func move(
    _ asked: KenBurns, over picture: PictureAsset, at site: Site, on stage: Stage
  ) -> KenBurnsMove {
    var move = asked.move
    if let seed = asked.automatic, stage.size.width > 0, stage.size.height > 0 {
      let focus = asking(at: site) { () throws(Problem) in try authoring.resources.focus(picture.path) }
      let auto = AutoMove(
        picture.facts.size, shape: stage.size.width / stage.size.height,
        focus: focus ?? Point(x: 0.5, y: 0.5), seconds: stage.turn.length.seconds)
      // By the picture's bytes, so that a scene put in before leaves most of those after it as they are.
      let noise = Noise(seed: seed.seed ^ picture.facts.digest.low)
      move = auto.move(authoring.memory.next(of: auto.kinds(noise)))
    }
    if asked.followsThrough { move.easing = move.easing.flowing(in: stage.flowsIn, out: stage.flowsOut) }
    return move
  }
}

extension Easing {
  /// The same without its start or its end, where it goes at an even speed instead.
  func flowing(in coming: Bool, out going: Bool) -> Easing {
    guard case .cubic(let x1, let y1, let x2, let y2) = self else { return self }
    let first = coming ? (1.0 / 3, 1.0 / 3) : (x1, y1)
    let last = going ? (2.0 / 3, 2.0 / 3) : (x2, y2)
    return .cubic(first.0, first.1, last.0, last.1)
  }
}

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

extension AutoMove {
  /// What a view travels over.
  struct Subject {
    let size: PixelSize
    /// What draws the eye, in shares of its sides.
    let focus: Point
    /// Of its bytes, so that a scene put in before leaves most of those after it as they are.
    let digest: Fingerprint
  }

  private init(_ subject: Subject, on stage: Stage) {
    self.init(
      subject.size, shape: stage.size.width / stage.size.height, focus: subject.focus,
      seconds: stage.seen.length.seconds)
  }

  /// One that suits a picture on a stage, and isn't the one before it.
  static func move(over subject: Subject, seed: Noise, on stage: Stage) -> KenBurnsMove {
    let auto = AutoMove(subject, on: stage)
    let kinds = auto.kinds(Noise(seed: seed.seed ^ subject.digest.low))
    return auto.move(kinds.first { $0 != stage.moveBefore } ?? .nearer)
  }
}

extension KenBurns {
  /// The move during a turn; where the picture flows over into its neighbours it doesn't stop.
  func resolved(for subject: AutoMove.Subject, on stage: Stage) -> KenBurnsMove {
    var move = move
    if let seed = automatic, stage.size.width > 0, stage.size.height > 0 {
      move = AutoMove.move(over: subject, seed: seed, on: stage)
    }
    if followsThrough { move.easing = move.easing.flowing(in: stage.flowsIn, out: stage.flowsOut) }
    return move
  }
}

extension AutoMove.Kind {
  /// What a move does, whoever chose it; nil for one that does something else, or nothing.
  init?(of move: KenBurnsMove) {
    switch (move.from, move.to) {
    case (.whole, .focus): self = .nearer
    case (.focus, .whole): self = .farther
    case (.focus(let x, let y, let zoom), .focus(let endX, let endY, let endZoom)):
      guard zoom == endZoom, x != endX || y != endY else { return nil }
      self = endX > x || endY > y ? .forth : .back
    default: return nil
    }
  }
}

extension ClipContent {
  /// How the last picture in it moves.
  var lastMove: AutoMove.Kind? {
    switch self {
    case .picture(_, _, let move), .video(_, _, let move, _): AutoMove.Kind(of: move)
    case .group(let clips), .track(let clips), .letters(let clips), .replay(let clips, _),
      .canvas(let clips, _):
      clips.reversed().lazy.compactMap(\.content.lastMove).first
    case .masked(let clip, _, _): clip.content.lastMove
    case .mix(let first, let second, _):
      (first + second).reversed().lazy.compactMap(\.content.lastMove).first
    case .solid, .backdrop, .text, .shape, .neighbour: nil
    }
  }
}

extension Point {
  /// Of anything, in shares of its sides.
  static let middle = Point(x: 0.5, y: 0.5)
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

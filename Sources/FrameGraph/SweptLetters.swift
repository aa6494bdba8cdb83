import Primitives
import Timeline

/// A text that is sung right now, in pieces that are painted each with one ink.
struct SweptLetters {
  struct Piece {
    var part: TextBlock.Part
    var ink: Ink
    /// Where it is seen, in the block's units; everywhere if nil.
    var clip: Rect?
  }

  let pieces: [Piece]

  init(_ block: TextBlock, _ sweep: LetterSweep, at time: Time, unsung: Ink, paintBox: Rect) {
    let sung = Ink(sweep.sung, across: paintBox)
    let shares = sweep.shares(of: block, at: time)
    let whole = TextBlock.Part(block: block, origin: .zero)
    if shares.allSatisfy({ $0.share == 0 }) {
      pieces = [Piece(part: whole, ink: unsung)]
    } else if shares.allSatisfy({ $0.share == 1 }) {
      pieces = [Piece(part: whole, ink: sung)]
    } else {
      pieces = SweptLetters.stretches(of: shares).flatMap { stretch -> [Piece] in
        let units =
          stretch[0].cluster.units.lowerBound..<stretch[stretch.count - 1].cluster.units.upperBound
        guard let part = block.part(units) else { return [] }
        switch stretch[0].share {
        case 0: return [Piece(part: part, ink: unsung)]
        case 1: return [Piece(part: part, ink: sung)]
        default: return SweptLetters.passing(stretch[0], part, from: unsung, to: sung, edge: sweep.edge)
        }
      }
    }
  }

  /// Clusters that follow each other in one stroke and are all sung or all unsung; one that is passed
  /// right now stands alone.
  private static func stretches(of shares: [LetterSweep.Sung]) -> [[LetterSweep.Sung]] {
    var stretches: [[LetterSweep.Sung]] = []
    for sung in shares {
      if let last = stretches.last?.last, last.share == sung.share, last.stroke == sung.stroke,
        sung.share == 0 || sung.share == 1
      {
        stretches[stretches.count - 1].append(sung)
      } else {
        stretches.append([sung])
      }
    }
    return stretches
  }

  /// A cluster with the sweep inside it, which passes from one end of its ink to the other.
  private static func passing(
    _ sung: LetterSweep.Sung, _ part: TextBlock.Part, from unsung: Ink, to ink: Ink, edge: Double
  ) -> [Piece] {
    guard let area = sung.cluster.ink else { return [] }
    let edge = max(1, edge)
    let way = (area.width + edge) * sung.share - edge / 2
    let isReversed = sung.cluster.isRightToLeft
    let front = (isReversed ? area.maxX - way : area.x + way).snappedToPixelGrid
    guard case .color(let before) = unsung, case .color(let after) = ink else {
      let (top, height) = (area.y - 1, area.height + 2)
      let clip =
        isReversed
        ? Rect(x: front, y: top, width: area.maxX + 1 - front, height: height)
        : Rect(x: area.x - 1, y: top, width: front - area.x + 1, height: height)
      guard clip.width > 0 else { return [Piece(part: part, ink: unsung)] }
      return [Piece(part: part, ink: unsung), Piece(part: part, ink: ink, clip: clip.snapped)]
    }
    let reach = (edge / 2).snappedToPixelGrid
    let stops = [ColorStop(after, at: 0), ColorStop(before, at: 1)]
    let ends = isReversed ? (front + reach, front - reach) : (front - reach, front + reach)
    return [
      Piece(part: part, ink: .linear(stops, from: Point(x: ends.0, y: 0), to: Point(x: ends.1, y: 0)))
    ]
  }
}

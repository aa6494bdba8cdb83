package import Primitives

/// Which moment of something is seen when: faster, backwards, again, or one of them all the time.
///
/// The one way in which time is bent, in a clip from a file as in elements that are replayed. Whatever ends,
/// holds its last moment.
package struct TimeWarp: Sendable {
  package var pace: Pace
  /// What plays, by the clock inside; not empty.
  package var part: Range<Time>
  package var isReversed = false
  package var loop = Loop.once
  /// Whose whole frames rounds begin with, so that they don't drift; they begin at once if nil.
  package var grid: FrameRate?

  package init(_ pace: Pace, part: Range<Time>) {
    self.pace = pace
    self.part = part
  }

  /// What comes after the end of the part; nil is for ever.
  package enum Loop: Hashable, Sendable {
    case again(times: Int?)
    /// To the end and back.
    case thereAndBack(times: Int?)

    package static let once = again(times: 1)

    /// How often the part is passed, one way or the other.
    package var passes: Int? {
      switch self {
      case .again(let times): times
      case .thereAndBack(let times): times.map { $0.multipliedReportingOverflow(by: 2).partialValue }
      }
    }
  }

  /// One time through the part.
  package struct Round {
    package var number: Int64
    /// When it begins, in what has played.
    package var begin: Time
    package var goesBack: Bool
    /// Whether all rounds are over.
    package var isOver: Bool
  }

  package var length: Time { part.upperBound - part.lowerBound }

  /// The round that goes on when so much has played.
  package func round(at played: Time) -> Round {
    let ticks = max(1, length.ticks)
    guard let grid else {
      let number = max(0, played.ticks) / ticks
      return pass(number, begin: Time(ticks: number * ticks))
    }
    func begin(_ number: Int64) -> Time {
      let exact = Time(ticks: Int64(clamping: Int128(number) * Int128(ticks)))
      return grid.start(of: grid.boundary(nearest: exact))
    }
    let half = Time(ticks: grid.start(of: 1).ticks / 2)
    var number = max(0, (played + half).ticks) / ticks
    if number > 0, begin(number) > played { number -= 1 }
    return pass(number, begin: begin(number))
  }

  private func pass(_ number: Int64, begin: Time) -> Round {
    let last = loop.passes.map { Int64(max(1, $0)) - 1 } ?? .max
    let pass = min(number, last)
    let turnsBack = if case .thereAndBack = loop { pass % 2 == 1 } else { false }
    return Round(number: pass, begin: begin, goesBack: isReversed != turnsBack, isOver: number > last)
  }
}

extension TimeWarp {
  /// How it plays, in a few words; none for what plays as it is.
  func words(_ detail: DumpDetail) -> [String] {
    [pace.words(detail), isReversed ? "reversed" : nil, loop.words].compactMap(\.self)
  }
}

extension TimeWarp.Loop {
  /// Nil for what plays once.
  package var words: String? {
    func count(_ times: Int?) -> String { times.map { " \($0)" } ?? "" }
    return switch self {
    case .again(let times): times == 1 ? nil : "repeat" + count(times)
    case .thereAndBack(let times): "boomerang" + count(times)
    }
  }
}

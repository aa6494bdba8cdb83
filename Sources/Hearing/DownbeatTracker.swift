import Primitives

/// Finds which beats begin bars: the Viterbi path through places in a bar, for each number of beats a bar may have.
///
/// A bar pointer whose steps are beats, after Nick Whiteley, A. Taylan Cemgil and Simon Godsill, "Bayesian Modelling of Temporal
/// Structure in Musical Audio" (2006).
struct DownbeatTracker {
  /// How many beats a bar has; nil if that is to be found.
  var beatsPerBar: Int?
  /// Whether beats are made of three parts.
  var isCompound = false

  struct Bars {
    var beatsPerBar: Int
    /// Of each beat, its place in its bar, from 0.
    var places: [Int]
    /// How much the song speaks for these bars: the odds of all their first beats.
    var score: Double
    /// How much more it speaks for them than for as many beats taken at random. Unlike the score, it doesn't favour
    /// few bars where little speaks for any.
    var contrast: Double
    /// How much better this explains the song than any other count of beats, a beat.
    var lead: Double
  }

  /// What a bar of another length costs.
  private static let breakCost = 12.0

  /// Two beats to a bar are rarer than a third of four that sounds like a first: what each beat must say for
  /// them. In 6/8 they are usual.
  private static let twoCost = 0.5
  private static let twoCostIfCompound = 0.1
  /// Fives and sevens are rare, and where little is sure, fewer bars are less wrong.
  private static let oddCost = 0.35
  /// The network, which learnt to miss few downbeats, is a little too sure of them.
  private static let doubt = 0.5

  /// - Parameter odds: how much speaks for each beat to begin a bar.
  func bars(of odds: [Double]) -> Bars {
    let counts = beatsPerBar.map { [$0] } ?? [2, 3, 4, 5, 7]
    let all = counts.map { count in (count, best(odds, count)) }
    guard var winner = all.first else {
      return Bars(beatsPerBar: 4, places: [], score: 0, contrast: 0, lead: 0)
    }
    for other in all.dropFirst() where other.1.score > winner.1.score { winner = other }
    let second = all.filter { $0.0 != winner.0 }.map(\.1.score).max() ?? 0
    let lead = (winner.1.score - second) / Double(max(1, odds.count))
    let usual = odds.reduce(0) { $0 + DownbeatTracker.gain($1) } / Double(winner.0)
    return Bars(
      beatsPerBar: winner.0, places: winner.1.places, score: winner.1.score,
      contrast: winner.1.score - usual, lead: lead)
  }

  /// What a bar gains by beginning at a beat with these odds.
  static func gain(_ odds: Double) -> Double { max(-4, min(4, odds - doubt)) }

  private func best(_ odds: [Double], _ count: Int) -> (score: Double, places: [Int]) {
    guard !odds.isEmpty else { return (0, []) }
    let width = count
    func gain(_ index: Int, _ place: Int) -> Double {
      place == 0 ? DownbeatTracker.gain(odds[index]) : 0
    }
    var scores = (0..<width).map { gain(0, $0) }
    var choices: [[Int]] = []
    for index in odds.indices.dropFirst() {
      let top = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      var row: [Int] = []
      var next: [Double] = []
      for place in 0..<width {
        let usual = (place + width - 1) % width
        let jumps = scores[top] - DownbeatTracker.breakCost > scores[usual]
        row.append(jumps ? top : usual)
        next.append((jumps ? scores[top] - DownbeatTracker.breakCost : scores[usual]) + gain(index, place))
      }
      choices.append(row)
      scores = next
    }
    var place = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let score = scores[place] - cost(of: count) * Double(odds.count)
    var places = [place]
    for row in choices.reversed() {
      place = row[place]
      places.append(place)
    }
    return (score, places.reversed())
  }

  /// What each beat must say for bars of so many.
  private func cost(of count: Int) -> Double {
    guard beatsPerBar == nil else { return 0 }
    switch count {
    case 2: return isCompound ? DownbeatTracker.twoCostIfCompound : DownbeatTracker.twoCost
    case 5, 7: return DownbeatTracker.oddCost
    default: return 0
    }
  }
}

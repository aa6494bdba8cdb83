import Primitives

/// Tracks beats by dynamic programming: the Viterbi path through frames and the intervals between beats.
///
/// Each beat is a likely moment, as long after the one before as that was after its own, or nearly. Beats are linked to earlier
/// ones as in Daniel P. W. Ellis, "Beat Tracking by Dynamic Programming" (2007); the interval is a hidden state, so that the tempo
/// may move, as in Florian Krebs, Sebastian Böck and Gerhard Widmer, "An Efficient State-Space Model for Joint Tempo and Meter
/// Tracking" (2015). Its states are beats, not frames between them: a hidden semi-Markov model.
struct BeatTracker {
  /// What is known beforehand of the tempo, in beats a minute; nil if nothing is.
  var tempo: Double?

  /// Intervals between beats that are considered, in frames: 24 an octave, from 250 to 36 beats a minute.
  static let intervals: [Double] = (0..<68).map { 24 * ExactMath.power(2, Double($0) / 24) }

  /// The model's costs, in units of log odds; found by trying on music made for the purpose.
  struct Parameters {
    /// What one step from an interval to the next costs.
    var stepCost: Float = 0.4
    /// What more steps at once cost beyond that, by their number squared.
    var leapCost: Float = 0.1
    /// No change of tempo costs more.
    var jumpCost: Float = 25
    /// What a moment can say for or against a beat, at most.
    var strongest: Float = 4.5
    /// What is added to the network's odds.
    var bias: Float = 0.5
  }

  var parameters = Parameters()

  /// Songs are tracked in stretches of so many frames, with so many more on either side.
  private static let stretch = 30_000
  private static let margin = 3_000

  /// Within a song, the tempo may change by so much at most, up or down; twice as fast is counted otherwise.
  private static let reach = 1.62

  /// A path through the states.
  struct Path {
    /// The frames of its beats.
    var beats: [Int] = []
    /// How much speaks for it: its log odds.
    var score: Float = 0
  }

  /// The most likely path in ranges of tempos around that of the most likely of all, around twice and half of it, and between
  /// those; where the tempo is known, the most likely near it.
  func paths(in activations: Activations) -> [Path] {
    guard tempo == nil else { return [path(in: activations, knownIntervals)] }
    let free = path(in: activations, BeatTracker.intervals)
    guard free.beats.count > 2 else { return [free] }
    let usual = InterBeatIntervals.median(of: free.beats.map(Double.init))
    return [usual, usual * 2, usual / 2, usual * 1.5, usual / 1.5].compactMap { center in
      let range = center / BeatTracker.reach...center * BeatTracker.reach
      let near = BeatTracker.intervals.filter { range ~= $0 }
      return near.count > 8 ? path(in: activations, near) : nil
    }
  }

  private func path(in activations: Activations, _ intervals: [Double]) -> Path {
    var path = Path()
    var start = 0
    while start < activations.count {
      let end = min(activations.count, start + BeatTracker.stretch)
      let from = max(0, start - BeatTracker.margin)
      let to = min(activations.count, end + BeatTracker.margin)
      let found = track(activations, from..<to, intervals)
      // A beat of this stretch that falls on the last one of the stretch before is the same.
      let shortest = Int(BeatTracker.intervals[0])
      path.score += found.score
      path.beats += found.beats.filter {
        $0 >= start && $0 < end && $0 > (path.beats.last ?? -shortest) + shortest / 2
      }
      start = end
    }
    return path
  }

  private func track(_ activations: Activations, _ frames: Range<Int>, _ states: [Double]) -> Path {
    let count = frames.count
    guard count > 1, !states.isEmpty else { return Path() }
    let gains = frames.map { frame in
      max(
        -parameters.strongest,
        min(parameters.strongest, Float(activations.beat[frame]) / 256 + parameters.bias))
    }
    let width = states.count
    // Distances tried for each interval: rounding, and a little give.
    let distances = states.map { interval -> ClosedRange<Int> in
      max(1, Int((interval * 0.985 - 0.5).rounded()))...Int((interval * 1.015 + 0.5).rounded())
    }
    let costs = states.map { state in
      let interval = state / Double(Spectrogram.rate)
      return Float(tempo.map { TempoPrior.cost(interval, told: $0) } ?? TempoPrior.cost(interval))
    }
    let longest = distances.map(\.upperBound).max() ?? 1
    // The best score of a path whose last beat lies at a frame, by the interval before it; and the same
    // once the cost of going on in another interval is paid.
    var ready = [Float](repeating: 0, count: count * width)
    var from = [UInt8](repeating: 0, count: count * width)
    var step = [UInt8](repeating: 0, count: count * width)
    var scores = [Float](repeating: 0, count: width)
    let prices = (0..<width).map { Float($0) * parameters.stepCost + Float($0 * $0) * parameters.leapCost }
    let reach = (prices.firstIndex { $0 > parameters.jumpCost } ?? width) - 1
    var ends: [(score: Float, frame: Int, state: Int)] = []
    for frame in 0..<count {
      let row = frame * width
      for state in 0..<width {
        // A path may begin here; the silence before it costs nothing.
        var best: Float = frame <= longest ? -0.5 : -1e9
        var choice = 0
        for distance in distances[state] where distance <= frame {
          let give = Float(distance) - Float(states[state])
          let score = ready[(frame - distance) * width + state] - 0.06 * give * give
          if score > best {
            best = score
            choice = distance
          }
        }
        scores[state] = best + gains[frame] - costs[state]
        step[row + state] = UInt8(choice)
      }
      // What going on in each interval yields, at best: from one nearby, or by a jump.
      var top = 0
      for state in 0..<width where scores[state] > scores[top] { top = state }
      for state in 0..<width {
        var best = scores[top] - parameters.jumpCost
        var source = top
        for other in max(0, state - reach)...min(width - 1, state + reach) {
          let score = scores[other] - prices[abs(other - state)]
          if score > best { (best, source) = (score, other) }
        }
        ready[row + state] = best
        from[row + state] = UInt8(source)
      }
      if frame + longest >= count { ends.append((scores[top], frame, top)) }
    }
    guard var last = ends.max(by: { $0.score < $1.score }) else { return Path() }
    let score = last.score
    var beats: [Int] = []
    while true {
      beats.append(frames.lowerBound + last.frame)
      let distance = Int(step[last.frame * width + last.state])
      guard distance > 0 else { break }
      let before = last.frame - distance
      last = (0, before, Int(from[before * width + last.state]))
    }
    return Path(beats: beats.reversed(), score: score)
  }

  /// The intervals near a tempo that is known, up to a third of an octave away: players slow down at the end.
  private var knownIntervals: [Double] {
    guard let tempo, tempo > 0 else { return [] }
    let known = Double(Spectrogram.rate) * 60 / tempo
    return (-8...8).map { known * ExactMath.power(2, Double($0) / 24) }.filter { 2...240 ~= $0 }
  }
}

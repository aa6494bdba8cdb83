import Primitives

/// Finds the most likely train of beats: each a likely moment, each as long after the one before as that was
/// after its own, or nearly.
struct BeatTracker {
  /// What is known beforehand of the tempo, in beats a minute; nil if nothing is.
  var tempo: Double?

  /// Intervals between beats that are considered, in frames: 24 an octave, from 250 to 36 beats a minute.
  static let intervals: [Double] = (0..<68).map { 24 * ExactMath.power(2, Double($0) / 24) }

  /// What is taken for likely; found by trying on music made for the purpose.
  struct Habits {
    /// How little one step from an interval to the next is liked.
    var stepCost: Float = 0.4
    /// How little more steps at once are, by their number squared.
    var leapCost: Float = 0.1
    /// No change of tempo costs more.
    var jumpCost: Float = 25
    /// What a moment can say for or against a beat, at most.
    var strongest: Float = 4.5
    /// What is added to the network's odds.
    var lean: Float = 0.5
  }

  var habits = Habits()

  /// Songs are tracked in stretches of so many frames, with so many more on either side.
  private static let stretch = 30_000
  private static let margin = 3_000

  /// Within a song, the tempo may change by so much at most, up or down; twice as fast is counted otherwise.
  private static let reach = 1.62

  struct Train {
    /// Their frames.
    var beats: [Int] = []
    /// How much speaks for them.
    var score: Float = 0
  }

  /// The most likely train of all, and the most likely in ranges of tempos around its own, around twice and half of it, and
  /// between those.
  func trains(in activations: Activations) -> [Train] {
    guard tempo == nil else { return [train(in: activations, knownIntervals)] }
    let free = train(in: activations, BeatTracker.intervals)
    guard free.beats.count > 2 else { return [free] }
    let usual = Pace.usualStep(of: free.beats.map(Double.init))
    return [usual, usual * 2, usual / 2, usual * 1.5, usual / 1.5].compactMap { center in
      let range = center / BeatTracker.reach...center * BeatTracker.reach
      let near = BeatTracker.intervals.filter { range ~= $0 }
      return near.count > 8 ? train(in: activations, near) : nil
    }
  }

  private func train(in activations: Activations, _ intervals: [Double]) -> Train {
    var train = Train()
    var start = 0
    while start < activations.count {
      let end = min(activations.count, start + BeatTracker.stretch)
      let from = max(0, start - BeatTracker.margin)
      let to = min(activations.count, end + BeatTracker.margin)
      let found = track(activations, from..<to, intervals)
      // A beat of this stretch that falls on the last one of the stretch before is the same.
      let shortest = Int(BeatTracker.intervals[0])
      train.score += found.score
      train.beats += found.beats.filter {
        $0 >= start && $0 < end && $0 > (train.beats.last ?? -shortest) + shortest / 2
      }
      start = end
    }
    return train
  }

  private func track(_ activations: Activations, _ frames: Range<Int>, _ states: [Double]) -> Train {
    let count = frames.count
    guard count > 1, !states.isEmpty else { return Train() }
    let gains = frames.map { frame in
      max(-habits.strongest, min(habits.strongest, Float(activations.beat[frame]) / 256 + habits.lean))
    }
    let width = states.count
    // Distances tried for each interval: rounding, and a little give.
    let distances = states.map { interval -> ClosedRange<Int> in
      max(1, Int((interval * 0.985 - 0.5).rounded()))...Int((interval * 1.015 + 0.5).rounded())
    }
    let costs = states.map { Float(tempo == nil ? Pace.cost($0 / Double(Impression.rate)) : 0) }
    let longest = distances.map(\.upperBound).max() ?? 1
    // The best score of a train whose last beat lies at a frame, by the interval before it; and the same
    // once the cost of going on in another interval is paid.
    var ready = [Float](repeating: 0, count: count * width)
    var from = [UInt8](repeating: 0, count: count * width)
    var step = [UInt8](repeating: 0, count: count * width)
    var scores = [Float](repeating: 0, count: width)
    let prices = (0..<width).map { Float($0) * habits.stepCost + Float($0 * $0) * habits.leapCost }
    let reach = (prices.firstIndex { $0 > habits.jumpCost } ?? width) - 1
    var ends: [(score: Float, frame: Int, state: Int)] = []
    for frame in 0..<count {
      let row = frame * width
      for state in 0..<width {
        // A train may begin here; the silence before it costs nothing.
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
        var best = scores[top] - habits.jumpCost
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
    guard var last = ends.max(by: { $0.score < $1.score }) else { return Train() }
    let score = last.score
    var beats: [Int] = []
    while true {
      beats.append(frames.lowerBound + last.frame)
      let distance = Int(step[last.frame * width + last.state])
      guard distance > 0 else { break }
      let before = last.frame - distance
      last = (0, before, Int(from[before * width + last.state]))
    }
    return Train(beats: beats.reversed(), score: score)
  }

  /// The intervals near a tempo that is known.
  private var knownIntervals: [Double] {
    guard let tempo, tempo > 0 else { return [] }
    let known = Double(Impression.rate) * 60 / tempo
    return [0.94, 0.96, 0.98, 1, 1.02, 1.04, 1.06].map { known * $0 }.filter { 2...240 ~= $0 }
  }
}

import Primitives
import Timeline

extension FigureStaging {
  /// More than this can't be told apart, and the newest are seen.
  private static let most = 4000

  /// All that lives now, in one mark.
  func lights(of swarm: ParticleSwarm, _ births: ParticleBirths) -> [Mark] {
    guard isHeard, let paint = content.fill else { return [] }
    let flight = ParticleFlight(swarm, births, in: size)
    let (glow, life) = (max(0, min(4, swarm.glow)).snappedToRatioGrid, swarm.life.seconds)
    var sparks: [Spark] = []
    for (number, age) in births.living(at: now, for: life, atMost: max(1, Self.most / swarm.count)) {
      for index in 0..<swarm.count where sparks.count < Self.most {
        guard let spark = flight.spark(number &* 500 &+ index, age: age, now: now) else { continue }
        let box = spark.box(glow: glow)
        guard box.maxX > 0, box.x < size.width, box.maxY > 0, box.y < size.height else { continue }
        sparks.append(spark)
      }
    }
    guard !sparks.isEmpty else { return [] }
    return [
      .lights(Lights(sparks, glow: glow), Ink(paint.value(at: time), in: size), at: matrix, opacity: 1)
    ]
  }
}

extension ParticleBirths {
  /// Which births are so long ago, with their ages, the newest first.
  fileprivate func living(at now: Double, for life: Double, atMost limit: Int) -> [(Int, Double)] {
    switch self {
    case .at(let times):
      return times[..<times.passed(at: now)].indices.reversed().prefix(limit).prefix {
        now - times[$0].seconds < life
      }
      .map { ($0, now - times[$0].seconds) }
    case .evenly(let count, let time, let comeAgain):
      let round = time.seconds
      guard round > 0, count > 0 else { return [] }
      let turn = (now / round).rounded(.down)
      guard turn.magnitude < 1e6 else { return [] }
      let (passed, step) = (now - turn * round, round / Double(count))
      let newest = Int((passed / step).rounded(.down))
      return (0...min(limit, Int(min(1e6, life / step)) + 1)).compactMap { back in
        let number = newest - back
        let age = passed - Double(number) * step
        guard age >= 0, age < life else { return nil }
        return (comeAgain ? (number % count + count) % count : Int(turn) * count + number, age)
      }
    }
  }
}

extension [Time] {
  /// How many of these, which ascend, have passed.
  func passed(at now: Double) -> Int {
    var (next, end) = (0, count)
    while next < end {
      let middle = (next + end) / 2
      if self[middle].seconds > now { end = middle } else { next = middle + 1 }
    }
    return next
  }
}

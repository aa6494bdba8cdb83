import Primitives
import Timeline

/// Where particles of a swarm are: worked out anew for each moment, never from where they were.
struct ParticleFlight {
  private let swarm: ParticleSwarm
  private let size: Size
  private let life: Double
  /// Whether they are there at once, or come softly.
  private let isSudden: Bool

  init(_ swarm: ParticleSwarm, _ births: ParticleBirths, in size: Size) {
    (self.swarm, self.size, life) = (swarm, size, swarm.life.seconds)
    isSudden = if case .at = births { true } else { false }
  }

  /// One as it is seen; nil where it can't be.
  func spark(_ number: Int, age: Double, now: Double) -> Spark? {
    func chance(_ index: Int) -> Double { swarm.noise.value(number &* 8 &+ index) }
    let birth = birth(chance(0), chance(1), chance(2))
    // Many are small and a few are large; small ones fly farther, and what is old is smaller.
    let weight = chance(3) * chance(3)
    let share = age / life
    let radius = swarm.size / 2 * (0.22 + 0.78 * weight) * (1 - 0.45 * share)
    let reach = swarm.reach * (0.25 + 0.75 * chance(4))
    let rise = isSudden ? 1 : min(1, share * 8)
    let fall = 1 - share * share
    // Each twinkles at a pace of its own.
    let twinkle = 0.8 + 0.2 * ExactMath.sin(age * (5 + 9 * chance(5)) + 6 * chance(6))
    let level = (0.55 + 0.6 * chance(7)) * rise * fall * twinkle
    guard level > 0.004, radius > 0 else { return nil }
    func place(_ age: Double, _ now: Double) -> Point { self.place(birth, number, reach, age, now) }
    let open = max(0, min(age, swarm.streak.seconds))
    let head = place(age, now)
    let tail = open > 0 ? place(age - open, now - open) : head
    return Spark(
      tail: tail.snapped, head: head.snapped, radius: radius.snappedToPixelGrid,
      level: level.snappedToRatioGrid)
  }

  private struct Birth {
    var place: Point
    /// Where it flies.
    var way: Point
  }

  private func birth(_ first: Double, _ second: Double, _ third: Double) -> Birth {
    func way(_ turn: Double) -> Point {
      Point(x: ExactMath.cos(2 * .pi * turn), y: ExactMath.sin(2 * .pi * turn))
    }
    switch swarm.origin {
    case .point(let anchor): return Birth(place: anchor.point(in: size), way: way(first))
    case .ring(let anchor, let radius):
      let (center, out) = (anchor.point(in: size), way(first))
      let far = radius * min(size.width, size.height) / 2
      return Birth(
        place: Point(x: center.x + far * out.x, y: center.y + far * out.y),
        way: way(first + 0.12 * (second - 0.5)))
    case .line(let from, let to):
      let (from, to) = (from.point(in: size), to.point(in: size))
      let (x, y) = (to.x - from.x, to.y - from.y)
      let length = max(1e-9, (x * x + y * y).squareRoot())
      let aside = way(0.16 * (second - 0.5))
      let normal = Point(x: y / length, y: -x / length)
      return Birth(
        place: Point(x: from.x + first * x, y: from.y + first * y),
        way: Point(
          x: normal.x * aside.x - normal.y * aside.y, y: normal.x * aside.y + normal.y * aside.x))
    case .everywhere:
      return Birth(place: Point(x: first * size.width, y: second * size.height), way: way(third))
    case .spots(let points, let picture):
      guard !points.isEmpty else { return Birth(place: Anchor.center.point(in: size), way: way(third)) }
      let spot = points[min(points.count - 1, Int(first * Double(points.count)))]
      let (width, height) = (Double(max(1, picture.width)), Double(max(1, picture.height)))
      let scale = max(size.width / width, size.height / height)
      return Birth(
        place: Point(
          x: size.width / 2 + (spot.x - 0.5) * width * scale,
          y: size.height / 2 + (spot.y - 0.5) * height * scale
        ), way: way(third))
    }
  }

  /// Flies fast at first and then slower, and is moved by all forces in their order.
  private func place(_ birth: Birth, _ number: Int, _ reach: Double, _ age: Double, _ now: Double) -> Point
  {
    let rest = 1 - age / life
    let way = reach * (1 - rest * rest)
    var point = Point(x: birth.place.x + way * birth.way.x, y: birth.place.y + way * birth.way.y)
    for (index, force) in swarm.forces.enumerated() {
      switch force {
      case .gravity(let pixels): point.y += pixels * age * age / 2
      case .wind(let x, let y):
        point.x += x * age
        point.y += y * age
      case .swirl(let turn):
        let center = swarm.origin.center.point(in: size)
        let (x, y) = (point.x - center.x, point.y - center.y)
        let (sin, cos) = (ExactMath.sin(turn.radians * age), ExactMath.cos(turn.radians * age))
        point = Point(x: center.x + x * cos - y * sin, y: center.y + x * sin + y * cos)
      case .turbulence(let pixels, let every):
        // From where it is, and farther the longer it flies.
        let own = Noise(
          seed: swarm.noise.seed &+ UInt64(bitPattern: Int64(number)) &* 0xD6E8_FEB8_6659_FD93)
        let (pace, grown) = (
          age / max(0.001, every.seconds), pixels * min(1, age / max(0.001, every.seconds))
        )
        point.x += grown * (2 * own.wander(Double(1000 * index) + pace) - 1)
        point.y += grown * (2 * own.wander(Double(1000 * index + 500) + pace) - 1)
      case .pull(let anchor, let share, let times, let over):
        let center = anchor.point(in: size)
        let near = share * force.strength(of: times, over: over.seconds, at: now)
        point = Point(x: point.x + (center.x - point.x) * near, y: point.y + (center.y - point.y) * near)
      }
    }
    return point
  }
}

extension ParticlePush {
  /// 1 just after a moment, and less the longer ago it is; it comes within a sixth of the time it takes to go.
  fileprivate func strength(of times: [Time], over length: Double, at now: Double) -> Double {
    guard length > 0 else { return 0 }
    // What the one before left is still there when the next one comes.
    return times[..<times.passed(at: now)].suffix(2).reduce(0) { strength, moment in
      let share = (now - moment.seconds) / length
      guard share < 1 else { return strength }
      let rise = min(1, share * 6)
      return max(strength, rise * (2 - rise) * (1 - share) * (1 - share))
    }
  }
}

extension Point {
  fileprivate var snapped: Point { Point(x: x.snappedToPixelGrid, y: y.snappedToPixelGrid) }
}

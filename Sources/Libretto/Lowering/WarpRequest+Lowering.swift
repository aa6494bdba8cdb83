import Primitives
import Timeline

extension WarpRequest {
  /// How long something lasts that plays so long once; nil if as long as it is given.
  func length(of round: Time, _ loop: TimeWarp.Loop, at site: Site, by clock: FilmClock) -> Time? {
    guard !isFrozen, let passes = loop.passes else { return nil }
    let total = round * Double(max(1, passes))
    if let steadySpeed { return total / steadySpeed }
    // A speed that can't be is reported where it is lowered.
    guard !speed.isConstant else { return total }
    return clock.curve(speed, at: site).flatMap { Pace.time(toPlay: total, at: $0) }
  }

  /// How much has played when.
  func pace(on stage: Stage, by lowering: Lowering) -> Pace {
    if let seconds { return .seconds(lowering.curve(seconds, or: 1, on: stage)) }
    if let steadySpeed { return .steady(steadySpeed) }
    guard !speed.isConstant else { return .steady(1) }
    let speed = lowering.curve(speed, or: 1, on: stage)
    return .ramp(speed, during: stage.seen.length + lowering.canvas.rate.start(of: 1))
  }

  /// Reports a speed, and a number of times, that can't be; `what` plays, with its article.
  func check(
    _ what: String, backwards: String, twice: String, at site: Site, by lowering: Lowering
  ) {
    if let wrong = wrongSpeed {
      lowering.report(
        "\(what) can't play at a speed of \(wrong.brief)", at: site,
        "speeds are above 0, to \(Int(Pace.fastest)); \(backwards)")
    }
    if let times = loop?.loop.passes, times < 1 {
      lowering.report("\(what) can't play \(times) times", at: site, "\(twice) plays it twice")
    }
  }

  /// A speed that can't be, as far as that can be told before it plays. What changes may stand still for a while.
  private var wrongSpeed: Double? {
    let said: [Double]
    switch speed.source {
    case .constant(let speed): return speed > 0 && speed <= Pace.fastest ? nil : speed
    case .keyframes(let keys): said = keys.map(\.value)
    case .spring(let from, let to, _, _): said = [from, to]
    case .noise(let low, let high, _, _): said = [low, high]
    case .computed, .repeated, .combined, .derived, .resolved: said = []
    }
    return said.first { !($0 >= 0 && $0 <= Pace.fastest) }
  }
}

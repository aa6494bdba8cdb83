import Primitives
import Timeline

/// Whether something can play at a speed, as far as that can be told before it does.
struct SpeedCheck {
  /// What plays, with its article.
  let what: String
  /// How to play backwards, and how to stand still.
  let hint: String

  func check(_ speed: Animated<Double>, at site: Site, _ log: DiagnosticLog) {
    guard let wrong = wrong(in: speed) else { return }
    log.report(
      .error(
        "\(what) can't play at a speed of \(wrong.brief)", at: site,
        hints: "speeds are above 0, to \(Int(ClipCourse.fastest)); \(hint)"))
  }

  /// What changes may stand still for a while.
  private func wrong(in speed: Animated<Double>) -> Double? {
    let said: [Double]
    switch speed.source {
    case .constant(let speed): return speed > 0 && speed <= ClipCourse.fastest ? nil : speed
    case .keyframes(let keys): said = keys.map(\.value)
    case .spring(let from, let to, _, _): said = [from, to]
    case .noise(let low, let high, _, _): said = [low, high]
    case .computed, .repeated, .combined, .derived, .resolved: said = []
    }
    return said.first { !($0 >= 0 && $0 <= ClipCourse.fastest) }
  }
}

import Primitives
import Timeline

extension Lowering {
  /// Nil, and reported, where it makes no sense; nil where it changes nothing.
  func timeEffect(_ request: TimeEffectRequest, at site: Site) -> TimeEffect? {
    func refused(_ message: String, _ hint: String) -> TimeEffect? {
      authoring.log.report(.error(message, at: site, hints: hint))
      return nil
    }
    switch request {
    case .stepped(let rate):
      guard rate > 0, rate <= 1000 else {
        return refused("nothing can move in \(rate.brief) steps a second", "stepped(to: 12)")
      }
      return .stepped(every: Time(seconds: 1 / rate))
    case .trail(let count, let delay, let decay):
      let delay = clock.time(delay, at: site)
      guard (1...100).contains(count), delay > .zero, (0...1).contains(decay) else {
        return refused(
          "a trail of \(count) copies, each after \(delay) s and \(decay.brief) of the next, can't be shown",
          "up to 100 copies, a delay above zero, and a share between 0 and 1")
      }
      return decay == 0 ? nil : .trail(count: count, delay: delay, decay: decay)
    case .exposed(let shutter, let samples):
      guard (0...1).contains(shutter), (1...64).contains(samples) else {
        return refused(
          "a shutter can't be open for \(shutter.brief) of a frame in \(samples) samples",
          "a share between 0 and 1, and up to 64 samples")
      }
      return shutter == 0 || samples == 1 ? nil : .exposed(shutter: shutter, samples: samples)
    }
  }
}

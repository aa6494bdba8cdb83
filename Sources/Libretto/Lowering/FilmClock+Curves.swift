import Primitives

extension FilmClock {
  /// An animation by an element's own clock; nil if it hangs on the song or on the element's end.
  func curve(_ value: Animated<Double>, at site: Site) -> Curve<Double>? {
    UnplacedClock(clock: self, site: site).curve(value)
  }
}

/// The clock of an element whose place in the film isn't known yet. What is wrong is reported where it is.
private struct UnplacedClock: CurveResolver {
  let clock: FilmClock
  let site: Site

  func time(of moment: Moment) -> Time? {
    moment.origin == .start ? clock.time(moment.shift, at: site) : nil
  }

  func time(_ length: Length) -> Time { clock.time(length, at: site) }

  var round: Time? { nil }

  func songClock(of song: AssetPath?) -> SongClock? { nil }

  func settle<Value: Animatable>(_ keys: inout [Curve<Value>.Key]) {}

  func report(_ message: String, hint: String) {}
}

import Primitives

extension Element {
  /// Follows a path of its parent's with its anchor: 0 is where the path begins, 1 where it ends.
  ///
  /// Turning, it keeps its right side ahead.
  public func moving(along path: Path, by progress: some NumberForm, turning: Bool = false) -> Styled {
    with {
      $0.look.route = RouteRequest(
        measure: OutlineMeasure(path.outline), progress: progress.animatedNumber, turns: turning)
    }
  }

  /// By a function of the seconds since it began.
  public func moving(
    along path: Path, turning: Bool = false, _ progress: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    moving(along: path, by: .computed(progress), turning: turning)
  }

  /// Follows a path within a length.
  public func moving(
    along path: Path, over length: some LengthForm, at moment: some MomentForm = Moment.start,
    easing: Easing = .easeInOut, turning: Bool = false
  ) -> Styled {
    moving(
      along: path, by: .ramp(from: 0, to: 1, over: length, at: moment, easing: easing), turning: turning)
  }

  /// Wanders a little around its place, as if held by hand, by at most so many pixels and degrees. The same
  /// seed wanders the same way.
  public func wiggling(
    x: Double = 0, y: Double = 0, degrees: Double = 0, every length: some LengthForm = 0.8,
    seed: Noise = "wiggle"
  ) -> Styled {
    with { directions in
      let look = directions.look
      if x != 0 {
        directions.look.offset.x =
          look.offset.x + .noise(.pixels(-x), .pixels(x), every: length, seed: seed.part(1))
      }
      if y != 0 {
        directions.look.offset.y =
          look.offset.y + .noise(.pixels(-y), .pixels(y), every: length, seed: seed.part(2))
      }
      if degrees != 0 {
        let turn = Animated<Angle>.noise(
          .degrees(-degrees), .degrees(degrees), every: length, seed: seed.part(3))
        directions.look.rotation = Animated(
          .combined(look.rotation, turn) { Angle(radians: $0.radians + $1.radians) })
      }
    }
  }

  /// Shakes at each moment and comes to rest: by at most so many pixels, as a camera does when something
  /// hits.
  ///
  /// Let what shakes be a little larger than the screen, or its edges show.
  public func shaking(
    by pixels: Double = 12, on moments: SongMoments, decay: some LengthForm = 0.4, seed: Noise = "shake"
  ) -> Styled {
    shaking(strength: .flashing(on: moments, from: .zero, to: .pixels(pixels), decay: decay), seed: seed)
  }

  /// Shakes all the time, by at most so many pixels.
  public func shaking(by distance: some MeasureForm = 12, seed: Noise = "shake") -> Styled {
    shaking(strength: distance.animatedMeasure, seed: seed)
  }

  private func shaking(strength: Animated<Measure>, seed: Noise) -> Styled {
    with { directions in
      func shift(_ number: UInt64) -> Animated<Measure> {
        let wander = Animated<Measure>.noise(.pixels(-1), .pixels(1), every: 0.07, seed: seed.part(number))
        return Animated(.combined(strength, wander) { $0 * $1.pixels })
      }
      let offset = directions.look.offset
      directions.look.offset = (offset.x + shift(1), offset.y + shift(2))
    }
  }
}

extension Noise {
  /// Another one for each number, as arbitrary as this.
  fileprivate func part(_ number: UInt64) -> Noise {
    Noise(seed: seed &+ number &* 0x9E37_79B9_7F4A_7C15)
  }
}

extension Group {
  /// Each element begins a little later than the one before.
  public func staggered(_ stagger: Stagger) -> Group { delayed(by: stagger) }
}

extension Column {
  /// Each element begins a little later than the one before.
  public func staggered(_ stagger: Stagger) -> Column { delayed(by: stagger) }
}

extension Row {
  /// Each element begins a little later than the one before.
  public func staggered(_ stagger: Stagger) -> Row { delayed(by: stagger) }
}

extension Grid {
  /// Each element begins a little later than the one before.
  public func staggered(_ stagger: Stagger) -> Grid { delayed(by: stagger) }
}

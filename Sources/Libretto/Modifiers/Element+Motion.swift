package import Primitives

extension Element {
  /// Follows a path of its parent's with its anchor: 0 is where the path begins, 1 where it ends.
  ///
  /// Turning, it keeps its right side ahead.
  public func moving(along path: Path, by progress: Animated<Double>, turning: Bool = false) -> Styled {
    with {
      $0.look.route = RouteRequest(
        measure: OutlineMeasure(path.outline), progress: progress, turns: turning)
    }
  }

  /// Follows a path within a length.
  public func moving(
    along path: Path, over length: Length, at moment: Moment = .start, easing: Easing = .easeInOut,
    turning: Bool = false
  ) -> Styled {
    moving(
      along: path, by: .ramp(from: 0, to: 1, over: length, at: moment, easing: easing), turning: turning)
  }

  /// Wanders a little around its place, as if held by hand, by at most so many pixels and degrees. The same
  /// seed wanders the same way.
  public func wiggling(
    x: Double = 0, y: Double = 0, degrees: Double = 0, every length: Length = 0.8, seed: Noise = "wiggle"
  ) -> Styled {
    with { layer in
      func noise(_ number: UInt64) -> Noise { Noise(seed: seed.seed &+ number &* 0x9E37_79B9_7F4A_7C15) }
      let look = layer.look
      if x != 0 {
        layer.look.offset.x =
          look.offset.x + .noise(.pixels(-x), .pixels(x), every: length, seed: noise(1))
      }
      if y != 0 {
        layer.look.offset.y =
          look.offset.y + .noise(.pixels(-y), .pixels(y), every: length, seed: noise(2))
      }
      if degrees != 0 {
        let turn = Animated<Angle>.noise(
          .degrees(-degrees), .degrees(degrees), every: length, seed: noise(3))
        layer.look.rotation = Animated(
          .combined(look.rotation, turn) { Angle(radians: $0.radians + $1.radians) })
      }
    }
  }

  /// Shakes at each moment and comes to rest: by at most so many pixels, as a camera does when something
  /// hits.
  ///
  /// Let what shakes be a little larger than the screen, or its edges show.
  public func shaking(
    by pixels: Double = 12, on moments: SongMoments, decay: Time = 0.4, seed: Noise = "shake"
  ) -> Styled {
    shaking(strength: .flashing(on: moments, from: .zero, to: .pixels(pixels), decay: decay), seed: seed)
  }

  /// Shakes all the time.
  public func shaking(by pixels: Double = 12, seed: Noise = "shake") -> Styled {
    shaking(strength: .pixels(pixels), seed: seed)
  }

  private func shaking(strength: Animated<Measure>, seed: Noise) -> Styled {
    with { layer in
      func shift(_ number: UInt64) -> Animated<Measure> {
        let noise = Noise(seed: seed.seed &+ number &* 0x9E37_79B9_7F4A_7C15)
        let wander = Animated<Measure>.noise(.pixels(-1), .pixels(1), every: .seconds(0.07), seed: noise)
        return Animated(.combined(strength, wander) { .pixels($0.pixels * $1.pixels) })
      }
      layer.look.offset = (layer.look.offset.x + shift(1), layer.look.offset.y + shift(2))
    }
  }
}

extension Arranging {
  func delayed(by stagger: Stagger) -> Self {
    let parts = arrangement.parts
    let later = zip(parts, stagger.ranks(of: parts.count)).map { layer, rank in
      var copy = layer
      copy.timing.start = layer.timing.start + stagger.step * rank
      return copy
    }
    return setting(\.arrangement.parts, to: later)
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

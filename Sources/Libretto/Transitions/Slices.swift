extension Transition {
  /// Slices in which what comes pushes out what goes, one after the other, every second one the other way.
  ///
  /// They stand side by side where they move up or down, and one below the other where they move sideways.
  ///
  /// - Parameter count: how many there are; one more where it is odd.
  public static func slices(_ direction: Direction = .up, count: Int = 6) -> Transition {
    let pairs = max(1, min(100, count / 2 + count % 2))
    let across: Direction = direction.unit.y == 0 ? .down : .right
    return Transition("slices \(direction.rawValue)") { from, to, progress in
      let even = Slices(from, to, direction, first: 0, of: 2 * pairs, progress)
      let odd = Slices(from, to, direction.opposite, first: 1, of: 2 * pairs, progress)
      let slices = Mix(odd, even, by: .blinds(across, count: pairs), 0.5)
      if from.isThere, to.isThere {
        slices
      } else {
        // What hangs over the box comes once they are whole.
        Mix(slices, to.isThere ? to : from, by: .even, rest(from, to, progress))
      }
    }
  }
}

/// Every second slice. Each is twice as broad as is seen of it, so that no seam shows where two of them meet.
private struct Slices: Component {
  private let (from, to): (Side, Side)
  private let direction: Direction
  private let (first, count): (Int, Int)
  private let progress: Animated<Double>

  init(
    _ from: Side, _ to: Side, _ direction: Direction, first: Int, of count: Int,
    _ progress: Animated<Double>
  ) {
    (self.from, self.to, self.direction) = (from, to, direction)
    (self.first, self.count, self.progress) = (first, count, progress)
  }

  var body: Layers {
    for index in stride(from: first, to: count, by: 2) {
      let way = progress.within(turn(of: index), .quintInOut)
      let pushed = Group {
        from.moved(direction, by: way)
        to.moved(direction, by: way.from(-1, to: 0))
      }
      // In slices: where it begins, and how broad it is.
      let (start, breadth) = (Double(index) - 0.5, 2.0)
      let whole = stretch(pushed, from: -start / breadth, by: Double(count) / breadth)
      stretch(Group { whole }, from: start / Double(count), by: breadth / Double(count)).clipped()
    }
  }

  /// When a slice moves: the last one begins when the first is two fifths of the whole way old.
  private func turn(of index: Int) -> ClosedRange<Double> {
    let start = 0.4 * Double(index) / Double(max(1, count - 1))
    return start...start + 0.6
  }

  /// As long as what it stands in, and across that from one share on and so broad.
  private func stretch(_ group: Group, from start: Double, by breadth: Double) -> Group {
    let (place, width) = (Measure.percent(start * 100), Measure.percent(breadth * 100))
    return direction.unit.y != 0
      ? group.frame(width: width, height: .percent(100)).placed(x: place, y: 0, anchor: .topLeft)
      : group.frame(width: .percent(100), height: width).placed(x: 0, y: place, anchor: .topLeft)
  }
}

package import Primitives

/// Filters that move pixels about.
package enum Warp: FilterFamily {
  /// Rolled up like a page, so much of the way, by a roll of a radius that is a share of the shorter side.
  case curl(Direction, progress: Double, radius: Double)
  /// Strips shifted sideways by chance, so far at most, and their colors parted.
  case tear(seed: UInt64, shift: Double, split: Double)

  /// Rolled up by shares that are on the grid of drawings.
  package static func rolled(_ way: Direction, _ progress: Double, radius: Double) -> Warp {
    func share(_ value: Double) -> Double {
      (value == value ? max(0, min(1, value)) : 0).snappedToRatioGrid
    }
    return .curl(way, progress: share(progress), radius: share(radius))
  }

  package var doesNothing: Bool {
    switch self {
    case .curl(_, let progress, _): progress == 0
    case .tear(_, let shift, let split): shift == 0 && split == 0
    }
  }

  /// Whether what hides everything beneath it still does.
  package var keepsCover: Bool {
    switch self {
    case .curl: false
    case .tear: true
    }
  }

  package var name: String {
    switch self {
    case .curl(let way, let progress, let radius):
      "curl \(way.rawValue) \(progress.brief) by \(radius.brief)"
    case .tear(let seed, let shift, let split):
      "tear \(shift.brief),\(split.brief) seed \(String(seed, radix: 16))"
    }
  }
}

extension Warp {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .curl(let way, let progress, let radius):
      writer.write(0)
      for number in [way.unit.x, way.unit.y, progress, radius] { writer.write(number) }
    case .tear(let seed, let shift, let split):
      writer.write(1)
      writer.write(seed)
      writer.write(shift)
      writer.write(split)
    }
  }
}

package import Primitives

/// What is done to the pixels of an element once it is painted, with nothing left to evaluate.
///
/// Lengths are pixels along the axes of the screen. Equal filters do the same on every machine.
package enum Filter: Hashable, Sendable {
  /// A Gaussian of so large a standard deviation each way.
  case blur(x: Double, y: Double)
  /// Rolled up like a page, so much of the way, by a roll of a radius that is a share of the shorter side.
  case curl(Direction, progress: Double, radius: Double)
  /// Strips shifted sideways by chance, so far at most, and their colours parted.
  case tear(seed: UInt64, shift: Double, split: Double)
}

extension Filter {
  /// The same with lengths so many times as long, on the grid of drawings.
  package func scaled(by scale: Double) -> Filter {
    func length(_ value: Double) -> Double { max(0, value * scale).snappedToPixelGrid }
    switch self {
    case .blur(let x, let y): return .blur(x: length(x), y: length(y))
    case .curl(let way, let progress, let radius):
      func share(_ value: Double) -> Double {
        (value == value ? max(0, min(1, value)) : 0).snappedToRatioGrid
      }
      return .curl(way, progress: share(progress), radius: share(radius))
    case .tear(let seed, let shift, let split):
      return .tear(seed: seed, shift: length(shift), split: length(split))
    }
  }

  /// Whether it leaves everything as it is.
  package var doesNothing: Bool {
    switch self {
    case .blur(let x, let y): x == 0 && y == 0
    case .curl(_, let progress, _): progress == 0
    case .tear(_, let shift, let split): shift == 0 && split == 0
    }
  }

  /// Whether what hides everything beneath it still does.
  package var keepsCover: Bool {
    switch self {
    case .blur, .tear: true
    case .curl: false
    }
  }

  package var name: String {
    switch self {
    case .blur(let x, let y): "blur \(x.brief)" + (x == y ? "" : ",\(y.brief)")
    case .curl(let way, let progress, _): "curl \(way.rawValue) \(progress.brief)"
    case .tear(_, let shift, let split): "tear \(shift.brief),\(split.brief)"
    }
  }
}

extension Filter: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .blur(let x, let y):
      writer.write(0)
      writer.write(x)
      writer.write(y)
    case .curl(let way, let progress, let radius):
      writer.write(100)
      for number in [way.unit.x, way.unit.y, progress, radius] { writer.write(number) }
    case .tear(let seed, let shift, let split):
      writer.write(101)
      writer.write(seed)
      writer.write(shift)
      writer.write(split)
    }
  }
}

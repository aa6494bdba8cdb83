package import Primitives

/// What is done to the pixels of an element once it is painted, with nothing left to evaluate.
///
/// Lengths are pixels along the axes of the screen. Equal filters do the same on every machine.
package enum Filter: Hashable, Sendable {
  /// A Gaussian of so large a standard deviation each way.
  case blur(x: Double, y: Double)
  /// Moves pixels about.
  case warp(Warp)
}

extension Filter {
  /// The same with lengths so many times as long, on the grid of drawings.
  package func scaled(by scale: Double) -> Filter {
    func length(_ value: Double) -> Double { max(0, value * scale).snappedToPixelGrid }
    switch self {
    case .blur(let x, let y): return .blur(x: length(x), y: length(y))
    case .warp(.tear(let seed, let shift, let split)):
      return .warp(.tear(seed: seed, shift: length(shift), split: length(split)))
    case .warp(.curl): return self
    }
  }

  /// Whether it leaves everything as it is.
  package var doesNothing: Bool {
    switch self {
    case .blur(let x, let y): x == 0 && y == 0
    case .warp(let warp): warp.doesNothing
    }
  }

  /// Whether what hides everything beneath it still does.
  package var keepsCover: Bool {
    switch self {
    case .blur: true
    case .warp(let warp): warp.keepsCover
    }
  }

  package var name: String {
    switch self {
    case .blur(let x, let y): "blur \(x.brief)" + (x == y ? "" : ",\(y.brief)")
    case .warp(let warp): warp.name
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
    case .warp(let warp):
      writer.write(100)
      writer.write(warp)
    }
  }
}

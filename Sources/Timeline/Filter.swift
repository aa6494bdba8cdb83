package import Primitives

/// What is done to the pixels of an element once it is painted, with nothing left to evaluate.
///
/// Lengths are pixels along the axes of the screen. Equal filters do the same on every machine.
package enum Filter: Hashable, Sendable {
  /// A Gaussian of so large a standard deviation each way.
  case blur(x: Double, y: Double)
  /// A shadow of what is there, beneath it: softened by a deviation, and so far to the right and down.
  case shadow(Color, blur: Double, x: Double, y: Double)
}

extension Filter {
  /// The same with lengths so many times as long, on the grid of drawings.
  package func scaled(by scale: Double) -> Filter {
    func length(_ value: Double) -> Double { max(0, value * scale).snappedToPixelGrid }
    switch self {
    case .blur(let x, let y): return .blur(x: length(x), y: length(y))
    case .shadow(let color, let blur, let x, let y):
      return .shadow(
        color, blur: length(blur), x: (x * scale).snappedToPixelGrid, y: (y * scale).snappedToPixelGrid)
    }
  }

  /// Whether it leaves everything as it is.
  package var doesNothing: Bool {
    switch self {
    case .blur(let x, let y): x == 0 && y == 0
    case .shadow(let color, _, _, _): color.alpha == 0
    }
  }

  /// Whether what hides everything beneath it still does.
  package var keepsCover: Bool {
    switch self {
    case .blur, .shadow: true
    }
  }

  package var name: String {
    switch self {
    case .shadow(let color, let blur, let x, let y):
      "shadow \(color) \(blur.brief) +\(x.brief),\(y.brief)"
    case .blur(let x, let y): "blur \(x.brief)" + (x == y ? "" : ",\(y.brief)")
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
    case .shadow(let color, let blur, let x, let y):
      writer.write(1)
      for number in [color.red, color.green, color.blue, color.alpha, blur, x, y] { writer.write(number) }
    }
  }
}

import Primitives
import Raster
import Testing

/// Tables of colors, against tetrahedra reckoned in double precision.
@Suite("A table of colors")
struct ColorTableKernelTests {
  /// A look with a curve in each color, and some of each in the others.
  private static func look(_ r: Double, _ g: Double, _ b: Double) -> [Float] {
    func curve(_ x: Double) -> Double { x * x * (3 - 2 * x) }
    let red = 0.9 * curve(r) + 0.1 * g
    let green = 0.05 * r + 0.85 * curve(g) + 0.1 * b * b
    let blue = 0.02 + 0.1 * g + 0.8 * b.squareRoot()
    return [Float(red), Float(green), Float(blue)]
  }

  private static func cube(_ size: Int, _ domain: ColorTable.Domain) -> ColorTable.Cube {
    let steps = Double(size - 1)
    let entries = (0..<size * size * size).flatMap { index -> [Float] in
      let (r, g, b) = (index % size, index / size % size, index / size / size)
      return look(Double(r) / steps, Double(g) / steps, Double(b) / steps)
    }
    return ColorTable.Cube(size: size, entries: entries, domain: domain)
  }

  /// Along the edges of the tetrahedron that a color is in.
  private static func tetrahedral(_ cube: ColorTable.Cube, _ color: [Float]) -> [Double] {
    let strides = [1, cube.size, cube.size * cube.size]
    var corner = 0
    var parts: [Double] = []
    for (channel, value) in color.enumerated() {
      let (low, high) = (Double(cube.domain.low[channel]), Double(cube.domain.high[channel]))
      let place = max(0, min(1, (Double(value) - low) / (high - low))) * Double(cube.size - 1)
      let before = min(Double(cube.size - 2), place.rounded(.down))
      corner += Int(before) * strides[channel]
      parts.append(place - before)
    }
    func entry(_ index: Int) -> [Double] { (0..<3).map { Double(cube.entries[3 * index + $0]) } }
    var result = entry(corner)
    for axis in [0, 1, 2].sorted(by: { parts[$0] > parts[$1] }) {
      let before = entry(corner)
      corner += strides[axis]
      for (channel, after) in entry(corner).enumerated() {
        result[channel] += (after - before[channel]) * parts[axis]
      }
    }
    return result
  }

  @Test("gives what lies between its entries within 2 of 65,535", arguments: [2, 9, 17, 33, 64])
  func isExact(size: Int) {
    let noise = Noise(seed: 3)
    let random = (0..<3 * 3000).map { Float(noise.value($0, in: -0.05...1.05)) }
    let grays = (0...255).flatMap { [Float](repeating: Float($0) / 255, count: 3) }
    let chart: [Float] = random + grays + [0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0.5, 0.5, 1]
    for high: Float in [1, 1.5] {
      let cube = Self.cube(size, ColorTable.Domain(low: [0, 0, 0], high: [high, high, 1]))
      let wanted = stride(from: 0, to: chart.count, by: 3).flatMap {
        Self.tetrahedral(cube, Array(chart[$0..<$0 + 3]))
      }
      onEachProcessor { kind in
        let applied = ColorTable(lines: nil, cube: cube).applied(to: chart)
        let most = zip(applied, wanted).map { abs(Double($0) - $1) * 65_535 }.max() ?? 65_535
        #expect(most <= 2, "\(most) apart on processor \(kind)")
      }
    }
  }
}

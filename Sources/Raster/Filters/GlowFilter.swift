internal import CEngine
import Primitives

/// Lets what is bright shine over what is around it, in three widths, as light does that is scattered in a lens.
struct GlowFilter: AreaFilter {
  let strength: Double
  let radius: Double
  let threshold: Double

  /// How wide each part is, and how much of the light is in it.
  private static let parts: [(width: Double, share: Float)] = [(1, 0.5), (2.5, 0.3), (6, 0.2)]

  /// Beyond this, next to nothing of it is left.
  static func reach(radius: Double) -> Double { 2.6 * 6 * radius }

  func run(from source: RowPort, to sink: RowPort) {
    let size = source.size
    let row = FilterRow(width: size.width)
    let light = FilterLine(3 * size.width)
    let nearest = Gaussian(deviation: radius, most: 8)
    let factor = nearest.factor
    let cells = CellPlanes(
      planes: 3, columns: (size.width + factor - 1) / factor, rows: (size.height + factor - 1) / factor)
    let gathering = CellGathering(
      into: cells, width: size.width, height: size.height, across: factor, down: factor)
    for y in 0..<size.height {
      source.read(y, into: row)
      libretto_row_bright(row.planes, Int32(size.width), Float(threshold), light.numbers)
      gathering.add(light.numbers)
    }
    let curve = CellCurve(
      scattered(cells, nearest), across: factor, down: factor, width: size.width, height: size.height)
    for y in 0..<size.height {
      source.read(y, into: row)
      curve.row(y, into: light.numbers)
      libretto_row_shine(row.planes, Int32(size.width), light.numbers, Float(strength))
      sink.write(row, y)
    }
  }

  /// The parts added up, each blurred at cells of its own size.
  private func scattered(_ light: CellPlanes, _ nearest: Gaussian) -> CellPlanes {
    let sum = CellPlanes(planes: 3, columns: light.columns, rows: light.rows)
    for part in GlowFilter.parts {
      let deviation = radius * part.width / Double(nearest.factor)
      // The curve through the cells of the sum blurs once more.
      let own = max(0, deviation * deviation - (nearest.factor > 1 ? 5.0 / 12 : 0)).squareRoot()
      let bell = Gaussian(deviation: own)
      let cells = light.shrunk(by: bell.factor)
      cells.weigh(across: bell, down: bell)
      sum.add(cells, factor: bell.factor, share: part.share)
    }
    return sum
  }
}

internal import CEngine
import Primitives
import Timeline

/// What becomes of film before it burns, while it does, and after.
struct BurnPoint: PointFilter {
  private let field: MatteField
  private let threshold: Float

  /// How long before a point burns it browns, and how long after it is gone, in shares of the whole way.
  private static let (lead, trail) = (0.24, 0.16)

  /// - Parameter field: of the layer that is burnt.
  init(progress: Double, _ field: MatteField) {
    self.field = field
    threshold = Float(progress * (1 + BurnPoint.lead + BurnPoint.trail) - BurnPoint.lead)
  }

  func apply(to row: FilterRow, y: Int) {
    let moments = field.values + (y - field.area.top) * field.area.size.width
    BurnPoint.table.withUnsafeBufferPointer {
      libretto_row_burn(
        row.planes, Int32(row.width), moments, threshold + Float(BurnPoint.lead),
        Float(1 / (BurnPoint.lead + BurnPoint.trail)), $0.baseAddress, Int32(BurnPoint.count))
    }
  }

  /// What is left of a color, the light on it, and how much of all is there, some time after a point burns.
  private struct Stage {
    let time: Double
    let left: [Double]
    let light: [Double]
    let presence: Double

    init(_ time: Double, left: [Double] = [0, 0, 0], light: [Double] = [0, 0, 0], presence: Double = 1) {
      (self.time, self.left, self.light, self.presence) = (time, left, light, presence)
    }
  }

  /// The dyes go one after the other, blue first; the char is thin; the lamp behind is nearly white.
  private static let stages = [
    Stage(-lead, left: [1, 1, 1]),
    Stage(-0.13, left: [0.98, 0.91, 0.78], light: [0.02, 0.01, 0]),
    Stage(-0.07, left: [0.84, 0.66, 0.44], light: [0.03, 0.012, 0]),
    Stage(-0.035, left: [0.52, 0.32, 0.17], light: [0.03, 0.01, 0]),
    Stage(-0.014, left: [0.15, 0.08, 0.04], light: [0.03, 0.01, 0]),
    Stage(-0.006, light: [0.07, 0.022, 0.006]),
    Stage(0, light: [0.42, 0.14, 0.02]),
    Stage(0.005, light: [0.93, 0.52, 0.12]),
    Stage(0.012, light: [1, 0.84, 0.5]),
    Stage(0.026, light: [1, 0.96, 0.86]),
    Stage(0.06, light: [1, 0.99, 0.96], presence: 0.92),
    Stage(0.1, light: [1, 0.99, 0.97], presence: 0.5),
    Stage(trail, presence: 0),
  ]

  private static let count = 2048

  /// Seven numbers of each moment, a plane for each of them, and one moment more.
  private static let table: [Float] = {
    let moments = (0...count).map { index in
      -lead + (lead + trail) * min(1, Double(index) / Double(count - 1))
    }
    let columns = moments.map { moment -> [Double] in
      let next = stages.firstIndex { $0.time > moment } ?? stages.count - 1
      let (a, b) = (stages[max(0, next - 1)], stages[next])
      let share = max(0, min(1, (moment - a.time) / (b.time - a.time)))
      func numbers(_ stage: Stage) -> [Double] { stage.left + stage.light + [stage.presence] }
      return zip(numbers(a), numbers(b)).map { $0 + ($1 - $0) * share }
    }
    return (0..<7).flatMap { plane in columns.map { Float($0[plane]) } }
  }()
}

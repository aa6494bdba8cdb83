internal import CEngine
import Primitives

/// Draws an outline of FreeType's as ours: in ems, y down, every curve cubic, every contour closed.
struct OutlinePen {
  private let unitsPerEm: Double
  private var steps: [Outline.Step] = []
  private var last = Point.zero

  init(unitsPerEm: Double) { self.unitsPerEm = unitsPerEm }

  consuming func finish() -> Outline {
    close()
    return Outline(steps)
  }

  /// Whether the outline was sound. The C function is `FT_Outline_Decompose`.
  mutating func trace(_ outline: inout FT_Outline) -> Bool {
    var functions = FT_Outline_Funcs()
    functions.move_to = { end, pen in OutlinePen.draw(pen) { $0.move(to: $0.point(end)) } }
    functions.line_to = { end, pen in OutlinePen.draw(pen) { $0.line(to: $0.point(end)) } }
    functions.conic_to = { control, end, pen in
      OutlinePen.draw(pen) { $0.curve($0.point(control), to: $0.point(end)) }
    }
    functions.cubic_to = { first, second, end, pen in
      OutlinePen.draw(pen) { $0.curve($0.point(first), $0.point(second), to: $0.point(end)) }
    }
    return withUnsafeMutablePointer(to: &self) { FT_Outline_Decompose(&outline, &functions, $0) } == 0
  }

  private static func draw(_ pen: UnsafeMutableRawPointer?, _ body: (inout OutlinePen) -> Void) -> Int32 {
    guard let pen = pen?.assumingMemoryBound(to: OutlinePen.self) else { return 1 }
    body(&pen.pointee)
    return 0
  }

  private func point(_ vector: UnsafePointer<FT_Vector>?) -> Point {
    guard let vector = vector?.pointee else { return last }
    return Point(x: Double(vector.x) / unitsPerEm, y: 0 - Double(vector.y) / unitsPerEm)
  }

  private mutating func move(to end: Point) {
    close()
    steps.append(.move(end))
    last = end
  }

  private mutating func line(to end: Point) {
    steps.append(.line(end))
    last = end
  }

  private mutating func curve(_ control: Point, to end: Point) {
    func towardsControl(_ point: Point) -> Point {
      Point(x: point.x + (control.x - point.x) * 2 / 3, y: point.y + (control.y - point.y) * 2 / 3)
    }
    curve(towardsControl(last), towardsControl(end), to: end)
  }

  private mutating func curve(_ first: Point, _ second: Point, to end: Point) {
    steps.append(.curve(first, second, end))
    last = end
  }

  private mutating func close() {
    if !steps.isEmpty { steps.append(.close) }
  }
}

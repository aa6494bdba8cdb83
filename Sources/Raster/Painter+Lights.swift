internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Adds up all lights, and paints the ink as brightly, with white where that is too bright for it.
  mutating func paint(_ lights: Lights, _ ink: Ink, at matrix: Matrix, opacity: Double) throws(Problem) {
    let mark = Mark.lights(lights, ink, at: matrix, opacity: 1)
    guard let area = try area(of: [mark], within: view) else { return }
    let count = area.size.width * area.size.height
    let memory = PixelMemory.taken(for: count * 4)
    defer { PixelMemory.leave(memory) }
    let light = memory.base.bindMemory(to: Float.self, capacity: count)
    light.update(repeating: 0, count: count)
    let scale = matrix.determinant.magnitude.squareRoot()
    for spark in lights.sparks {
      var kernel = LibrettoSpark(spark, glow: lights.glow, at: matrix, scale: scale)
      kernel.add(to: light, area)
    }
    let (color, white) = CoverageMask.exposed(light, in: area, heat: min(1, lights.glow))
    if try !setSmoothSource(ink, at: matrix, opacity: opacity, on: area) {
      brush.setSource(ink, at: matrix, opacity: opacity)
    }
    color.stamp(0, 0, on: brush)
    guard let white else { return }
    brush.setSource(.color(.white), at: matrix, opacity: opacity)
    white.stamp(0, 0, on: brush)
  }
}

extension LibrettoSpark {
  /// A light in pixels of the screen. What is smaller than a pixel is as large as one, and fainter.
  fileprivate init(_ spark: Spark, glow: Double, at matrix: Matrix, scale: Double) {
    let (tail, head) = (matrix.apply(spark.tail), matrix.apply(spark.head))
    let asked = spark.radius * scale
    let radius = max(0.5, asked)
    let share = asked / radius
    let glow = max(0, min(4, glow))
    self.init(
      tail_x: Float(tail.x), tail_y: Float(tail.y), head_x: Float(head.x), head_y: Float(head.y),
      radius: Float(radius * (1 - 0.25 * min(1, glow))),
      edge: Float(max(0.5, 0.6 * radius * min(1, glow))),
      reach: Float(spark.reach(glow: glow) * scale + radius - asked),
      level: Float(spark.level * share * share), glow: Float(0.4 * min(1, glow)))
  }

  /// Adds it to the brightness of an area's pixels. The C function is `libretto_row_spark`.
  fileprivate mutating func add(to light: UnsafeMutablePointer<Float>, _ area: PixelArea) {
    let far = Double(max(reach, radius + edge))
    let (left, right) = (Double(min(tail_x, head_x)) - far, Double(max(tail_x, head_x)) + far)
    let (top, bottom) = (Double(min(tail_y, head_y)) - far, Double(max(tail_y, head_y)) + far)
    let box = PixelArea(around: Rect(x: left, y: top, width: right - left, height: bottom - top))
    guard let seen = box?.intersection(area) else { return }
    for y in seen.top..<seen.bottom {
      libretto_row_spark(
        &self, Float(area.left) + 0.5, Float(y) + 0.5, Int32(seen.left - area.left), Int32(seen.size.width),
        light + (y - area.top) * area.size.width)
    }
  }
}

extension Lights {
  /// A box around all that is seen of them.
  var reach: Rect? { sparks.map { $0.box(glow: glow) }.bounds }
}

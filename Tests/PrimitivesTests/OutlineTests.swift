import Primitives
import Testing

@Suite("An outline")
struct OutlineTests {
  private let square = Outline.rectangle(Rect(x: 0, y: 0, width: 100, height: 100))
  private let circle = Outline.ellipse(in: Rect(x: -50, y: -50, width: 100, height: 100))

  private func near(_ point: Point?, _ x: Double, _ y: Double) -> Bool {
    guard let point else { return false }
    return abs(point.x - x) < 0.1 && abs(point.y - y) < 0.1
  }

  @Test("knows how long it is")
  func length() {
    #expect(OutlineMeasure(square).length == 400)
    #expect(abs(OutlineMeasure(circle).length - 100 * .pi) < 0.2)
    #expect(OutlineMeasure(Outline([])).length == 0)
  }

  @Test("has a point and a direction a share of the way along")
  func place() {
    let measure = OutlineMeasure(square)
    #expect(near(measure.place(at: 0.125)?.point, 50, 0) && near(measure.place(at: 0.125)?.direction, 1, 0))
    #expect(
      near(measure.place(at: 0.625)?.point, 50, 100) && near(measure.place(at: 0.625)?.direction, -1, 0))
    #expect(near(measure.place(at: 7)?.point, 0, 0) && near(measure.place(at: .nan)?.point, 0, 0))
    // Equal shares are equally long along a curve too.
    let points = (0...100).compactMap { OutlineMeasure(circle).place(at: Double($0) / 100)?.point }
    let steps = zip(points, points.dropFirst()).map {
      (($0.x - $1.x) * ($0.x - $1.x) + ($0.y - $1.y) * ($0.y - $1.y)).squareRoot()
    }
    #expect((steps.max() ?? 9) - (steps.min() ?? 0) < 0.01)
    #expect(OutlineMeasure(Outline([])).place(at: 0.5) == nil)
  }

  @Test("is drawn in part, from anywhere, and beyond its end from the begin")
  func parts() {
    let measure = OutlineMeasure(square)
    let half = OutlineMeasure(measure.part(from: 0.125, to: 0.375))
    #expect(
      half.length == 100 && near(half.place(at: 0)?.point, 50, 0) && near(half.place(at: 1)?.point, 100, 50)
    )
    let around = OutlineMeasure(measure.part(from: 0.875, to: 1.125))
    #expect(
      around.length == 100 && near(around.place(at: 0)?.point, 0, 50)
        && near(around.place(at: 1)?.point, 50, 0))
    #expect(measure.part(from: 0, to: 1) == square && measure.part(from: -3, to: 9) == square)
    for (from, to) in [(0.5, 0.5), (0.6, 0.2), (.nan, 1), (0, .infinity)] {
      #expect(measure.part(from: from, to: to).steps.isEmpty)
    }
  }

  @Test("becomes another, whatever their corners are")
  func morphs() {
    let triangle = Outline([
      .move(Point(x: 0, y: 0)), .line(Point(x: 80, y: 0)), .line(Point(x: 40, y: 60)), .close,
    ])
    for (from, to) in [(square, circle), (circle, triangle), (triangle, square)] {
      let morph = OutlineMorph(from: from, to: to)
      for (end, share) in [(from, 0.0), (to, 1.0)] {
        let found = OutlineMeasure(morph.outline(at: share))
        let meant = OutlineMeasure(end)
        #expect(abs(found.length - meant.length) < 0.1)
        for step in 0...20 {
          let point = meant.place(at: Double(step) / 20)?.point ?? .zero
          #expect(near(found.place(at: Double(step) / 20)?.point, point.x, point.y))
        }
      }
      #expect(morph.outline(at: 0.5).steps.count == morph.outline(at: 0.1).steps.count)
    }
  }

  @Test("becomes another with more or fewer stretches, or with none at all")
  func morphsStretches() {
    let two = Outline(square.steps + circle.steps)
    let morph = OutlineMorph(from: square, to: two)
    #expect(abs(OutlineMeasure(morph.outline(at: 0)).length - 400) < 0.1)
    #expect(abs(OutlineMeasure(morph.outline(at: 1)).length - 400 - 100 * .pi) < 0.3)
    #expect(OutlineMorph(from: Outline([]), to: Outline([])).outline(at: 0.5).steps.isEmpty)
    #expect(OutlineMeasure(OutlineMorph(from: Outline([]), to: square).outline(at: 1)).length == 400)
    #expect(OutlineMorph(from: square, to: circle).outline(at: .nan).steps.count > 4)
  }
}

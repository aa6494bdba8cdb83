import FrameGraph
import Primitives
import Raster
import Testing
import Timeline

/// Filters as nobody would join them, on layers as nobody would place them.
@Suite("Filters at random")
struct FilterFuzzTests {
  private struct Dice {
    private let noise: Noise
    private var thrown = 0

    init(_ seed: Int) { noise = Noise(seed: UInt64(seed)) }

    mutating func number(_ range: ClosedRange<Double>) -> Double {
      thrown += 1
      return noise.value(thrown, in: range)
    }

    mutating func count(_ range: ClosedRange<Int>) -> Int {
      Int(number(Double(range.lowerBound)...Double(range.upperBound) + 0.999))
    }

    /// Mostly usual, sometimes far too large, too small, or none at all.
    mutating func wild(_ usual: ClosedRange<Double>) -> Double {
      switch count(0...15) {
      case 0: 0
      case 1: number(0...1e-9)
      case 2: number(0...1e7)
      default: number(usual)
      }
    }

    mutating func point() -> Point { Point(x: number(-90...90), y: number(-90...90)) }

    mutating func plane() -> Matrix {
      Matrix(a: wild(1...90), b: number(-9...9), c: number(-9...9), d: wild(1...90), tx: 20, ty: -30)
    }

    mutating func filter() -> Filter {
      switch count(0...18) {
      case 0: .soften(.gaussian(x: wild(0...9), y: wild(0...9)))
      case 1: .soften(.gaussian(x: wild(0...60), y: wild(0...60)))
      case 2: .soften(.streak(x: wild(-40...40), y: wild(-40...40)))
      case 3: .soften(.zoom(point(), amount: number(0...2)))
      case 4: .shine(.glow(strength: wild(0...2), radius: wild(0.5...20), threshold: number(0...1)))
      case 5: .shine(.vignette(strength: number(0...1), .orange, plane: plane()))
      case 6: .shine(.leak(strength: wild(0...2), [Shining.Spot(.hotPink, plane: plane())]))
      case 7:
        .texture(.grain(strength: wild(0...1), size: Double(count(1...3)), seed: UInt64(count(0...99))))
      case 8: .texture(.scanLines(strength: number(0...1), period: wild(0.2...20), from: number(-9...9)))
      case 9: .texture(.mosaic(size: number(1...40), from: point()))
      case 10: .texture(.split(x: wild(-20...20), y: wild(-20...20)))
      case 11: .texture(.fringe(point(), amount: number(0...0.5)))
      case 12: .grade(.matrix(.saturation(wild(0...3))))
      case 13: .grade(.gradient([.hotPink, .gold], strength: number(0...1)))
      case 14: .feather(Feather(plane: plane(), across: wild(0...2), down: wild(0...2)))
      case 15:
        .burn(
          Burn(
            .embers(count: 2, seed: UInt64(count(0...9))), in: Size(width: 40, height: 30), at: plane(),
            progress: number(0...1)))
      case 16:
        .texture(.film(strength: wild(0...1), size: Double(count(1...3)), seed: UInt64(count(0...99))))
      case 17:
        .key(Keying(.green, tolerance: number(0...0.9), softness: number(0...1), spill: number(0...1)))
      default: .grade(.curves(curve(), curve(), curve()))
      }
    }

    private mutating func curve() -> ToneCurve {
      .balance(lift: number(-0.2...0.2), gamma: number(0.3...3), gain: number(0.5...1.5))
    }

    mutating func mark() -> Mark {
      let size = Size(width: Double(count(1...70)), height: Double(count(1...70)))
      // At times it just misses the screen, or is a pixel or more off it.
      let top = count(0...3) == 0 ? -size.height : number(-60...60)
      let gradient = [
        ColorStop(.hotPink, at: 0), ColorStop(.gray(0.3).opacity(number(0...1)), at: 1),
      ]
      return .fill(
        .rectangle(Rect(size)), .linear(gradient, from: .zero, to: Point(x: size.width, y: size.height)),
        at: Matrix(a: 1, b: 0, c: 0, d: 1, tx: number(-60...60), ty: top), opacity: number(0.2...1))
    }

    mutating func drawing(_ size: PixelSize) -> Drawing {
      var groups: [Mark] = []
      for _ in 0..<count(1...2) {
        let marks = [mark(), mark()]
        let filters = [filter(), filter(), filter()]
        groups.append(
          .group(MarkGroup(marks, opacity: number(0.3...1), filters: Array(filters.prefix(count(1...3))))))
      }
      return Drawing(size: size, background: count(0...1) == 0 ? .black : .clear, marks: groups)
    }
  }

  static let sizes = [(1, 1), (1, 40), (40, 1), (3, 2), (64, 36), (97, 61)]

  @Test("paint the same on every processor, and come to an end", arguments: sizes)
  func survives(width: Int, height: Int) throws {
    let size = PixelSize(width: width, height: height)
    for seed in 0..<30 {
      var dice = Dice(seed)
      let drawing = dice.drawing(size)
      var painter = try Painter.fresh(size)
      var stills: [[UInt32]] = []
      try onEachProcessor { _ in stills.append(try painter.pixels(of: drawing)) }
      let isSame = stills.allSatisfy { $0 == stills[0] }
      #expect(isSame, "drawing \(seed): \(drawing)")
    }
  }
}

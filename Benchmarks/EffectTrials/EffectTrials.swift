import FrameGraph
import Glibc
import Primitives
import Raster
import Timeline
import Typography

/// What each effect costs on one core at 1920×1080, as CPU time: of a frame with it less one without. See
/// Benchmarks/effects.
@main
enum EffectTrials {
  static func main() throws {
    guard (2...3).contains(CommandLine.arguments.count) else {
      print("EffectTrials FONTS [EFFECT]")
      exit(64)
    }
    let wanted = CommandLine.arguments.count == 3 ? CommandLine.arguments[2] : nil
    var painter = try Painter(
      size: screen, pictures: PictureStore { _, _ throws(Problem) in picture },
      fonts: try FontLibrary(folders: [CommandLine.arguments[1]]),
      filters: FilterStore { _ throws(Problem) in table })
    let plain = try milliseconds([whole], &painter)
    print("| effect | ms a frame |\n|---|---|")
    print("| the picture alone | \(text(plain)) |")
    for (name, filters) in trials where wanted == nil || name == wanted {
      let filtered = try milliseconds([.group(MarkGroup([whole], filters: filters))], &painter)
      print("| \(name) | \(text(filtered - plain)) |")
    }
    for (name, marks) in planes where wanted == nil || name == wanted {
      print("| \(name) | \(text(try milliseconds(marks, &painter) - plain)) |")
    }
    guard wanted == nil else { return }
    print("| a gradient over everything | \(text(try milliseconds([gradient], &painter))) |")
    print(
      "| a picture half seen over another | \(text(try milliseconds([whole, faded], &painter) - plain)) |")
  }
}

let screen = PixelSize(width: 1920, height: 1080)

/// A picture with light and detail in it.
let picture = Bitmap(
  size: screen,
  pixels: (0..<screen.width * screen.height).map { index in
    let (x, y) = (index % screen.width, index / screen.width)
    let lamp = (x / 60 + y / 60) % 9 == 0 ? 200 : 0
    let (red, green, blue) = (x * 255 / 1919, y * 255 / 1079, (x * y / 4000 + (x ^ y) % 17) & 255)
    return 0xFF00_0000 | UInt32(min(255, red + lamp)) << 16 | UInt32(min(255, green + lamp)) << 8
      | UInt32(blue)
  }, isOpaque: true)
let digest = Fingerprint(of: [1])
let side = 33
let table = ColorTable(
  lines: nil,
  cube: ColorTable.Cube(
    size: side,
    entries: (0..<side * side * side).flatMap { entry -> [Float] in
      let steps = Float(side - 1)
      let (r, g, b) = (
        Float(entry % side) / steps, Float(entry / side % side) / steps, Float(entry / side / side) / steps
      )
      return [r * r, g * 0.8 + 0.1 * b, 1 - (1 - b) * (1 - b)]
    }, domain: .unit))

let sample = PictureSample(
  source: PictureSource(digest: digest), size: screen, isOpaque: true, toScreen: .identity, isBlurred: false
)
let whole = Mark.fill(.rectangle(Rect(Size(screen))), .picture(sample), at: .identity, opacity: 1)
let middle = Point(x: 960, y: 540)
let corners = Matrix(a: 1358, b: 0, c: 0, d: 764, tx: 960, ty: 540)

/// The least of several runs: what disturbs them only makes them longer.
func milliseconds(_ marks: [Mark], _ painter: inout Painter) throws(Problem) -> Double {
  var least = Double.infinity
  for _ in 0..<15 {
    let drawing = Drawing(size: screen, background: .black, marks: marks)
    let start = processorTime()
    try painter.paint(drawing)
    least = min(least, processorTime() - start)
  }
  return least
}

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
}

func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

/// A screen's width and height of something, turned around its middle as by a tilt: so far away is its right edge, and
/// its upper one.
func tilted(_ right: Double, _ top: Double, _ marks: [Mark] = [whole]) -> Mark {
  let center = Matrix.translation(-middle.x, -middle.y)
  let slant = Homography(
    flat: .scale(1 / (1 + right.magnitude), 1 / (1 + top.magnitude)), slopeX: right * 65_536 / 1920,
    slopeY: -top * 65_536 / 1920)
  let toScreen = Homography(flat: center).then(slant).then(.translation(middle.x, middle.y))
  return .sheet(Sheet(size: screen, marks: marks, toScreen: toScreen.snapped))
}

let panel = Rect(x: 560, y: 240, width: 800, height: 600)
let card = MarkGroup.Clipping(outline: .rectangle(panel, cornerRadius: 40), matrix: .identity)
let everywhere = MarkGroup.Clipping(outline: .rectangle(Rect(Size(screen))), matrix: .identity)

/// What is painted on planes of its own, or of what lies beneath.
let planes: [(String, [Mark])] = [
  ("a picture tilted a little", [tilted(0.1, 0.05)]), ("a picture tilted by far", [tilted(0.8, 0)]),
  ("a floor", [tilted(0, 1.2)]),
  (
    "frosted glass of 800×600",
    [whole, .beneath(Beneath(card, filters: [.soften(.gaussian(x: 24, y: 24))]))]
  ),
  (
    "all beneath graded",
    [whole, .beneath(Beneath(everywhere, filters: [.grade(.matrix(.saturation(0.3)))]))]
  ),
]

let curve = ToneCurve.balance(lift: 0.02, gamma: 1.1, gain: 0.97)
let trials: [(String, [Filter])] = [
  ("blur, radius 2", [.soften(.gaussian(x: 2, y: 2))]),
  ("blur, radius 10", [.soften(.gaussian(x: 10, y: 10))]),
  ("blur, radius 40", [.soften(.gaussian(x: 40, y: 40))]),
  ("blur, radius 200", [.soften(.gaussian(x: 200, y: 200))]),
  ("blur along 40 pixels", [.soften(.streak(x: 35, y: 20))]),
  ("zoom blur of 0.1", [.soften(.zoom(middle, amount: 0.1))]),
  ("glow", [.shine(.glow(strength: 1, radius: 17, threshold: 0.55))]),
  ("vignette", [.shine(.vignette(strength: 0.5, .black, plane: corners))]),
  (
    "light leak, 4 spots",
    [
      .shine(
        .leak(strength: 0.8, [Shining.Spot](repeating: Shining.Spot(.orange, plane: corners), count: 4)))
    ]
  ),
  ("film grain", [.texture(.film(strength: 0.3, size: 1.8, seed: 5))]),
  ("key", [.key(Keying(.green, tolerance: 0.2, softness: 0.9, spill: 1))]),
  ("grain", [.texture(.grain(strength: 0.3, size: 1.8, seed: 5))]),
  ("scan lines", [.texture(.scanLines(strength: 0.3, period: 6, from: 0))]),
  ("pixelate", [.texture(.mosaic(size: 24, from: middle))]),
  ("fringe", [.texture(.fringe(middle, amount: 0.005))]),
  ("fringe along a direction", [.texture(.split(x: 6, y: 0))]),
  ("brightness, contrast, saturation, hue: one matrix", [.grade(.matrix(.saturation(0.7)))]),
  ("balance or curves", [.grade(.curves(curve, curve, curve))]),
  ("LUT, 33×33×33", [.grade(.table(digest, strength: 1))]),
  (
    "LUT, glow, vignette and grain",
    [
      .grade(.table(digest, strength: 1)), .shine(.glow(strength: 1, radius: 17, threshold: 0.55)),
      .shine(.vignette(strength: 0.5, .black, plane: corners)),
      .texture(.grain(strength: 0.3, size: 1.8, seed: 5)),
    ]
  ),
]

var gradient: Mark {
  .fill(
    .rectangle(Rect(Size(screen))),
    .linear([ColorStop(.black, at: 0), ColorStop(.gray, at: 1)], from: .zero, to: Point(x: 0, y: 1080)),
    at: .identity, opacity: 1)
}

var faded: Mark {
  .fill(.rectangle(Rect(Size(screen))), .picture(sample), at: .identity, opacity: 0.5)
}

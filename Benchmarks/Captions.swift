// What captions cost. Compiled against the engine's modules by Benchmarks/captions.
import FrameGraph
import Glibc
import Primitives
import Raster
import Typography

@main
enum Captions {
  static let screen = PixelSize(width: 1920, height: 1080)
  static let line = "and every window keeps a little piece of light"

  static func main() throws {
    let fonts = CommandLine.arguments[1]
    try report("open the fonts", rounds: 20) { _ in _ = try FontLibrary(folders: [fonts]) }
    let library = try FontLibrary(folders: [fonts])
    try report("set the first line", rounds: 1) { _ in _ = try library.layOut(request(line)) }
    try report("set the first emoji", rounds: 1) { _ in _ = try library.layOut(request("🎸")) }
    try report("set a line of its own, in two lines", rounds: 1000) { number in
      _ = try library.layOut(request("\(line), says verse \(number)"))
    }
    try report("set a line of its own, of four fonts", rounds: 1000) { number in
      _ = try library.layOut(request("\(number) 日本の歌 שלום 🎸 \(line)"))
    }

    let block = try library.layOut(request(line))
    print("a block of \(block.lines.count) lines, \(block.size.width)×\(block.size.height)")
    var painter = try Painter(
      size: screen, pictures: PictureStore { _, _ throws(Problem) in throw Problem(.bug, "no pictures") },
      fonts: library)
    try painter.paint(Drawing(size: screen, background: .ink, marks: []))
    try measure("nothing", &painter) { _ in [] }
    try measure("plain", &painter) { _ in [text(block, .fill, .white)] }
    try measure("dressed: shadow, two outlines, letters", &painter) { _ in dressed(block) }
    try measure("sweep: dressed, and the sung part in another color", &painter) { frame in
      dressed(block) + [sung(block, to: 300 + Double(frame) * 7.3)]
    }
    try measure("fade: sweep, as a group", &painter) { frame in
      let marks = dressed(block) + [sung(block, to: 900)]
      return [.group(MarkGroup(marks, opacity: 0.2 + Double(frame % 100) / 200))]
    }
    try measure("slide: dressed, by whole pixels", &painter) { frame in
      dressed(block, y: 600 + Double(frame))
    }
    try measure("drift: plain, by parts of a pixel", &painter) { frame in
      [text(block, .fill, .white, x: 200 + Double(frame) * 0.171)]
    }
    try measure("drift: dressed, by parts of a pixel", &painter) { frame in
      dressed(block, x: 200 + Double(frame) * 0.171)
    }
    try measure("zoom: dressed", &painter) { frame in dressed(block, scale: 1 + Double(frame) / 5000) }
    let emoji = try library.layOut(request("sing 🎤 with ❤️ my 👩🏽‍🚀"))
    try measure("drift: emoji, by parts of a pixel", &painter) { frame in
      [text(emoji, .fill, .white, x: 200 + Double(frame) * 0.171)]
    }
  }

  static func request(_ words: String) -> TextRequest {
    var request = TextRequest(
      text: words, font: FontRequest(family: "Inter", weight: 700, isItalic: false), size: 76)
    request.font.fallbacks = ["Noto Sans JP", "Noto Sans Hebrew"]
    request.maxWidth = 1536
    request.maxLines = 2
    return request
  }

  static func text(
    _ block: TextBlock, _ pass: TextPass, _ color: Color, x: Double = 200, y: Double = 700,
    scale: Double = 1
  ) -> Mark {
    let matrix = Matrix(a: scale, b: 0, c: 0, d: scale, tx: x, ty: y).snapped
    return .text(block, pass, .color(color), at: matrix, opacity: 1)
  }

  static func dressed(_ block: TextBlock, x: Double = 200, y: Double = 700, scale: Double = 1) -> [Mark] {
    [
      text(block, .shadow(width: 6, blur: 8), .black.opacity(0.7), x: x + 4, y: y + 6, scale: scale),
      text(block, .outline(width: 6), .hotPink, x: x, y: y, scale: scale),
      text(block, .outline(width: 2), .black, x: x, y: y, scale: scale),
      text(block, .fill, .white, x: x, y: y, scale: scale),
    ]
  }

  static func sung(_ block: TextBlock, to x: Double) -> Mark {
    let box = Outline.rectangle(Rect(x: 0, y: 680, width: x, height: 400))
    return .group(
      MarkGroup([text(block, .fill, .gold)], clip: MarkGroup.Clipping(outline: box, matrix: .identity)))
  }

  static func measure(_ name: String, _ painter: inout Painter, _ marks: (Int) -> [Mark]) throws {
    var times: [Double] = []
    for frame in 0..<120 {
      let drawing = Drawing(size: screen, background: .ink, marks: marks(frame))
      let start = seconds()
      try painter.paint(drawing)
      times.append((seconds() - start) * 1000)
    }
    say(name, times.dropFirst(20), first: times[0])
  }

  static func report(_ name: String, rounds: Int, _ body: (Int) throws -> Void) throws {
    var times: [Double] = []
    for round in 0..<rounds {
      let start = seconds()
      try body(round)
      times.append((seconds() - start) * 1000)
    }
    say(name, times[...], first: times[0])
  }

  static func say(_ name: String, _ times: ArraySlice<Double>, first: Double) {
    let sorted = times.sorted()
    func text(_ value: Double) -> String {
      let digits = String(Int((value * 1000).rounded()))
      let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return padded.dropLast(3) + "." + padded.suffix(3)
    }
    print("\(name): median \(text(sorted[sorted.count / 2])) ms, first \(text(first)) ms")
  }

  static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

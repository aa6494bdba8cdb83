// What pictures cost that move, are cut and throw shadows. Compiled against the engine's modules by Benchmarks/moves.
import FrameGraph
import Glibc
import Primitives
import Raster
import Timeline
import Typography

@main
enum Moves {
  static let screen = PixelSize(width: 1920, height: 1080)
  static let picture = PixelSize(width: 2560, height: 1600)

  static func main() throws {
    let noise = Noise("picture")
    let pixels = (0..<picture.width * picture.height).map { index in
      0xFF00_0000 | UInt32(noise.value(index / 3) * 255) << 16 | UInt32(noise.value(index / 5) * 255) << 8
    }
    let bitmap = Bitmap(size: picture, pixels: pixels, isOpaque: true)
    var painter = try Painter(
      size: screen, pictures: PictureStore { _, _ throws(Problem) in bitmap },
      fonts: try FontLibrary(folders: [CommandLine.arguments[1]]))
    for (name, from, to) in [
      ("near ½", 0.52, 0.6), ("of ¾", 0.74, 0.82), ("near 1", 0.9, 1), ("of 1.4", 1.35, 1.45),
    ] {
      try measure("Ken Burns move at a scale \(name)", &painter) { step in
        [shown(from + (to - from) * step)]
      }
    }
    try measure("a dissolve of two", &painter) { step in
      [shown(0.8 + step / 10)] + [.group(MarkGroup([shown(0.9 - step / 10)], opacity: 0.5))]
    }
    for angle in [1.0, 10, 45, 88] {
      try measure("turned by \(Int(angle))° and all over the screen", &painter) { step in
        [turned(by: angle + step, at: 1.4)]
      }
    }
    try measure("turned by 10°, with its edges", &painter) { step in [turned(by: 10 + step, at: 0.6)] }
    let card = Outline.rectangle(Rect(x: 460, y: 240, width: 1000, height: 600), cornerRadius: 40)
    try measure("a card of 1000×600 with round corners", &painter) { step in
      [.group(MarkGroup([shown(0.8 + step / 10)], clip: clip(card)))]
    }
    try measure("the same with a shadow 40 soft", &painter) { step in
      let shadow = Filter.shadow(Shadow(.black, blur: 20, x: 0, y: 16))
      return [.group(MarkGroup([shown(0.8 + step / 10)], clip: clip(card), filters: [shadow]))]
    }
    try measure("a mask all over", &painter) { step in
      let ellipse = Mark.fill(
        .ellipse(in: Rect(x: 60, y: 40, width: 1800, height: 1000)), .color(.white), at: .identity,
        opacity: 1)
      let mask = MarkGroup.Mask(marks: [ellipse], masking: Masking(.luma, isInverted: false))
      return [.group(MarkGroup([shown(0.8 + step / 10)], mask: mask))]
    }
  }

  static func clip(_ outline: Outline) -> MarkGroup.Clipping {
    MarkGroup.Clipping(outline: outline, matrix: .identity)
  }

  static func ink(_ matrix: Matrix) -> Ink {
    .picture(
      PictureSample(
        source: PictureSource(digest: Fingerprint(of: "picture".utf8)), size: picture, isOpaque: true,
        toScreen: matrix.snapped,
        isBlurred: false))
  }

  static func shown(_ scale: Double) -> Mark {
    let matrix = Matrix.translation(-1280, -800).then(.scale(scale, scale)).then(.translation(960, 540))
    return .fill(.rectangle(Rect(Size(screen))), ink(matrix), at: .identity, opacity: 1)
  }

  /// The whole picture around the middle of the screen.
  static func turned(by angle: Double, at scale: Double) -> Mark {
    let matrix = Matrix.translation(-1280, -800).then(.scale(scale, scale))
      .then(.rotation(.degrees(angle))).then(.translation(960, 540)).snapped
    return .fill(.rectangle(Rect(Size(picture))), ink(matrix), at: matrix, opacity: 1)
  }

  static func measure(_ name: String, _ painter: inout Painter, _ marks: (Double) -> [Mark]) throws {
    var times: [Double] = []
    for frame in 0..<60 {
      let drawing = Drawing(size: screen, background: .ink, marks: marks(Double(frame) / 60))
      let start = now()
      try painter.paint(drawing)
      times.append(now() - start)
    }
    times.sort()
    print(name, "\((times[30] * 100).rounded() / 100) ms")
  }

  /// Milliseconds of this process's processor time.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }
}

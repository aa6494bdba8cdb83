import Libretto
import Raster
import Testing
import Typography

@testable import FrameGraph

@Suite("Painted text")
struct TextPaintTests {
  static let screen = PixelSize(width: 160, height: 90)

  static func block(
    _ text: String, _ family: String = "Inter", size: Double = 40,
    _ change: (inout TextRequest) -> Void = { _ in }
  ) throws -> TextBlock {
    var request = TextRequest(
      text: text, font: FontRequest(family: family, weight: 400, isItalic: false), size: size)
    change(&request)
    return try #require(Darkroom.fonts).layOut(request)
  }

  /// White marks on black; the brightness of a pixel is how much of it they cover.
  static func paint(_ marks: [Mark], on size: PixelSize = screen, over color: Color = .black) throws
    -> Bitmap
  {
    try Drawing(size: size, background: color, marks: marks).painted()
  }

  static func text(
    _ block: TextBlock, _ pass: TextPass = .fill, _ ink: Ink = .color(.white), x: Double = 20,
    y: Double = 20,
    scale: Double = 1, opacity: Double = 1
  ) -> Mark {
    .text(block, pass, ink, at: Matrix(a: scale, b: 0, c: 0, d: scale, tx: x, ty: y), opacity: opacity)
  }

  static let passes: [TextPass] = [
    .fill, .outline(width: 3), .shadow(width: 0, blur: 1), .shadow(width: 2, blur: 4),
  ]

  @Test("that moves by parts of a pixel moves its ink by just as much", arguments: passes, ["T", "e", "g"])
  func movesSteadily(pass: TextPass, letter: String) throws {
    let block = try Self.block(letter)
    let still = try Self.paint([Self.text(block, pass)]).centroid
    var worst = 0.0
    for step in 0...24 {
      let (x, y) = (Double(step) / 16, Double(step * 7 % 25) / 16)
      let moved = try Self.paint([Self.text(block, pass, x: 20 + x, y: 20 + y)]).centroid
      worst = max(worst, (moved.x - still.x - x).magnitude, (moved.y - still.y - y).magnitude)
    }
    // A stem's covered pixels count where their middles are, which alone is worth 0.04.
    #expect(worst < 0.05, "jitter of \(worst) pixels")
  }

  @Test("has outlines that grow by their width on all sides", arguments: [1, 2.5, 6])
  func grows(width: Double) throws {
    let block = try Self.block("l", size: 50)
    let ink = try #require(block.lines[0].clusters[0].ink)
    let still = try Self.paint([Self.text(block, .outline(width: width), x: 60)])
    let middle = Int((20 + ink.center.y).rounded())
    let covered = (0..<160).reduce(0) { $0 + Double(still[$1, middle].channel(1)) / 255 }
    #expect(abs(covered - ink.width - 2 * width) < 0.08)
    let column = Int((60 + ink.center.x).rounded())
    let high = (0..<90).reduce(0) { $0 + Double(still[column, $1].channel(1)) / 255 }
    #expect(abs(high - ink.height - 2 * width) < 0.08)
    // A round corner covers less than a square one.
    let corner = still[Int(60 + ink.x - width * 0.8), Int(20 + ink.y - width * 0.8)]
    #expect(width < 2 || corner.channel(1) < 128)
  }

  @Test("casts a shadow that is its letters through a Gaussian", arguments: [0.7, 2, 5.5, 12])
  func blurs(deviation: Double) throws {
    let block = try Self.block("B", "Bebas Neue", size: 50)
    let letters = try Self.paint([Self.text(block, x: 60)])
    let shadow = try Self.paint([Self.text(block, .shadow(width: 0, blur: deviation), x: 60)])
    let expected = letters.coverage.blurred(deviation, width: 160, height: 90)
    let worst = zip(shadow.coverage, expected).map { ($0 - $1).magnitude }.max() ?? 1
    #expect(worst < 0.04, "\(worst)")
    let whole = (shadow.coverage.reduce(0, +), expected.reduce(0, +))
    #expect(abs(whole.0 - whole.1) < 0.01 * whole.1)
  }

  @Test("looks the same when only a part of it is on the screen", arguments: passes)
  func entersLater(pass: TextPass) throws {
    let block = try Self.block("Hamburg", size: 60)
    for (x, y) in [(-90.25, -21.5), (70.5, 40.125), (-40, 5)] {
      let part = try Self.paint([Self.text(block, pass, x: x, y: y)])
      let large = try Self.paint(
        [Self.text(block, pass, x: x + 300, y: y + 200)], on: PixelSize(width: 760, height: 490))
      let same = Bitmap.drawn(width: 160, height: 90) { large[$0 + 300, $1 + 200] }
      #expect(part.distance(to: same) <= 1)
    }
  }

  @Test("that is much larger than the screen is painted as far as it shows", arguments: passes)
  func enlarged(pass: TextPass) throws {
    let block = try Self.block("IIII", size: 60)
    let still = try Self.paint([Self.text(block, pass, x: -2000, y: -8000, scale: 200)])
    let again = try Self.paint([
      Self.text(block, pass, x: -2000, y: -8000, scale: 200),
      Self.text(block, pass, x: -2000, y: -8000, scale: 200),
    ])
    #expect(still.pixels.contains { $0 != 0xFF00_0000 } && again.size == still.size)
    _ = try Self.paint([Self.text(block, pass, x: 0, y: 0, scale: 1e6)])
    _ = try Self.paint([
      Self.text(block, .shadow(width: 1e5, blur: 1e5)), Self.text(block, .outline(width: 1e6)),
    ])
    let nothing = try Self.paint([Self.text(block, .shadow(width: -.infinity, blur: .nan), scale: 0)])
    #expect(nothing.count(differingFrom: 0xFF00_0000) == 0)
  }

  @Test("shows its ink where the letters are", arguments: passes)
  func inks(pass: TextPass) throws {
    let block = try Self.block("O", size: 80)
    let mask = try Self.paint([Self.text(block, pass, x: 40, y: 0)])
    let gradient = Ink.linear(
      [ColorStop(.red, at: 0), ColorStop(.red, at: 1)], from: .zero, to: Point(x: 0, y: 90))
    let red = try Self.paint([Self.text(block, pass, gradient, x: 40, y: 0)])
    let solid = try Self.paint([Self.text(block, pass, .color(.red), x: 40, y: 0)])
    #expect(red.distance(to: solid) <= 2)
    let noise = try #require(Darkroom.pictures["noise"])
    let sample = PictureSample(
      source: PictureSource(digest: Fingerprint(of: "noise".utf8)), size: noise.size, isOpaque: true,
      toScreen: .identity,
      isBlurred: false)
    let pictured = try Self.paint([Self.text(block, pass, .picture(sample), x: 40, y: 0)])
    for index in mask.pixels.indices where mask.pixels[index] == 0xFFFF_FFFF {
      if pictured.pixels[index] != noise.pixels[index] { Issue.record("\(index)") }
    }
    #expect(zip(mask.pixels, pictured.pixels).allSatisfy { $0 != 0xFF00_0000 || $1 == 0xFF00_0000 })
  }

  @Test("keeps the colours of emoji, and fades them with the rest")
  func emoji() throws {
    let block = try Self.block("❤️", size: 60)
    let plain = try Self.paint([Self.text(block, x: 40, y: 5)])
    let tinted = try Self.paint([Self.text(block, .fill, .color(.hex(0x0000FF)), x: 40, y: 5)])
    #expect(plain.pixels == tinted.pixels)
    let heart = plain[76, 45].channels
    #expect(heart[2] > 180 && heart[1] < 80 && heart[0] < 80)
    let faded = try Self.paint([Self.text(block, x: 40, y: 5, opacity: 0.5)])
    let clear = try Self.paint([Self.text(block, .fill, .color(.white.opacity(0.5)), x: 40, y: 5)])
    #expect(faded.pixels == clear.pixels)
    #expect(abs(faded[76, 45].channels[2] - heart[2] / 2) <= 1)
    let outline = try Self.paint([Self.text(block, .outline(width: 2), x: 40, y: 5)])
    #expect(outline[76, 45] == 0xFFFF_FFFF)
    #expect(outline.coverage.reduce(0, +) > plain.count(differingFrom: 0xFF00_0000).double)
  }

  @Test("paints coloured layers over each other, those without a colour in the text's")
  func layers() throws {
    let folder =
      "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/TypographyTests/Fixtures"
    let fonts = try FontLibrary(folders: [folder])
    let font = FontRequest(family: "Fixture Layers", weight: 400, isItalic: false)
    let block = try fonts.layOut(TextRequest(text: "A", font: font, size: 50))
    func paint(_ ink: Ink) throws -> Bitmap {
      var painter = try Painter(size: Self.screen, pictures: Darkroom.store, fonts: fonts)
      let marks = [Self.text(block, .fill, ink, x: 40, y: 20)]
      let pixels = try painter.pixels(of: Drawing(size: Self.screen, background: .black, marks: marks))
      return Bitmap(size: Self.screen, pixels: pixels, isOpaque: true)
    }
    // The square from (45, 20) to (85, 60), the bar in its middle.
    let green = try paint(.color(.hex(0x00FF00)))
    #expect([green[50, 25], green[80, 25], green[40, 25]] == [0xFF00_FF00, 0xFFFF_0000, 0xFF00_0000])
    #expect(green[50, 40].distance(to: 0xFF00_7F80) <= 1 && green[80, 40].distance(to: 0xFF7F_0080) <= 1)
    let faint = try paint(.color(.hex(0x00FF00).opacity(0.5)))
    #expect(faint[50, 25].distance(to: 0xFF7F_8000) <= 1)
  }

  @Test("moves emoji steadily at every size", arguments: [12.0, 40, 109, 200])
  func emojiMoves(size: Double) throws {
    let block = try Self.block("⬛", size: size)
    let wide = PixelSize(width: 320, height: 300)
    let still = try Self.paint([Self.text(block, y: 10)], on: wide, over: .white).darkCentroid
    for (x, y) in [(0.25, 0.75), (0.5, 0.125)] {
      let moved = try Self.paint([Self.text(block, x: 20 + x, y: 10 + y)], on: wide, over: .white)
        .darkCentroid
      #expect(max((moved.x - still.x - x).magnitude, (moved.y - still.y - y).magnitude) < 0.1)
    }
  }
}

extension Int {
  fileprivate var double: Double { Double(self) }
}

extension Bitmap {
  /// Of white on black.
  fileprivate var coverage: [Double] { pixels.map { Double($0.channel(1)) / 255 } }

  fileprivate var centroid: Point { center { Double($0.channel(1)) } }
  fileprivate var darkCentroid: Point { center { 255 - Double($0.channel(1)) } }

  private func center(_ weight: (UInt32) -> Double) -> Point {
    var (x, y, sum) = (0.0, 0.0, 0.0)
    for (index, pixel) in pixels.enumerated() {
      let weight = weight(pixel)
      x += weight * Double(index % size.width)
      y += weight * Double(index / size.width)
      sum += weight
    }
    return Point(x: x / sum, y: y / sum)
  }
}

extension [Double] {
  /// Through a Gaussian, slowly.
  fileprivate func blurred(_ deviation: Double, width: Int, height: Int) -> [Double] {
    let reach = Int((deviation * 5).rounded(.up))
    var weights = (-reach...reach).map { exponential(-Double($0 * $0) / (2 * deviation * deviation)) }
    let sum = weights.reduce(0, +)
    weights = weights.map { $0 / sum }
    func pass(_ from: [Double], _ dx: Int, _ dy: Int) -> [Double] {
      from.indices.map { index in
        let (x, y) = (index % width, index / width)
        var value = 0.0
        for (place, weight) in weights.enumerated() {
          let (column, row) = (x + (place - reach) * dx, y + (place - reach) * dy)
          if (0..<width).contains(column), (0..<height).contains(row) {
            value += weight * from[row * width + column]
          }
        }
        return value
      }
    }
    return pass(pass(self, 1, 0), 0, 1)
  }
}

/// e to a power, by its series; exact enough for a test.
private func exponential(_ power: Double) -> Double {
  if power < -1 { return exponential(power / 2) * exponential(power / 2) }
  var (term, sum) = (1.0, 1.0)
  for step in 1..<20 {
    term *= power / Double(step)
    sum += term
  }
  return sum
}

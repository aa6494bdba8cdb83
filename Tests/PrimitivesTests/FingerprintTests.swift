import Primitives
import Testing

@Suite("A fingerprint")
struct FingerprintTests {
  /// If these change, every cache and segment anywhere is void: then raise the engine's version.
  @Test(
    "never changes",
    arguments: [
      (Fingerprint(of: [UInt8]()), "0748700bcb281ac9333a74a45d2d78df"),
      (Fingerprint(of: "neon rain".utf8), "dc029027dacb9d17261136eba714a658"),
      (Fingerprint(of: UInt8.min...UInt8.max), "2adc8cbc7ad85e526084caac83afbcdb"),
      (Self.mixed, "9f9f0f74f2007028820b0cb284924714"),
    ])
  func isStable(fingerprint: Fingerprint, digits: String) {
    #expect(fingerprint.description == digits)
  }

  private static var mixed: Fingerprint {
    var writer = Fingerprinter()
    writer.write(-1)
    writer.write(0.1)
    writer.write(true)
    writer.write("ä")
    writer.write([Fingerprint(high: 1, low: 2)])
    return writer.finish()
  }

  @Test("takes both zeros for one")
  func hasOneZero() {
    let zeros = [0.0, -0.0].map { number in
      var writer = Fingerprinter()
      writer.write(number)
      return writer.finish()
    }
    #expect(zeros[0] == zeros[1])
  }

  @Test("tells apart what differs in one thing")
  func isSensitive() {
    func print(_ write: (inout Fingerprinter) -> Void) -> Fingerprint {
      var writer = Fingerprinter()
      write(&writer)
      return writer.finish()
    }
    func bytes(_ bytes: [UInt8]) -> Fingerprint { Fingerprint(of: bytes) }
    let glyph = PlacedGlyph(id: 3, origin: Point(x: 1, y: 2), cluster: 0)
    let key = FontKey(file: Fingerprint(high: 1, low: 2), face: 0)
    func block(
      size: Double = 10, font: FontKey? = nil, glyphs: [PlacedGlyph]? = nil, width: Double = 5
    ) -> Fingerprint {
      let run = GlyphRun(font: font ?? key, size: size, glyphs: glyphs ?? [glyph])
      let line = TextLine(baseline: 1, left: 0, width: 5, runs: [run])
      return TextBlock(text: "a", size: Size(width: width, height: 9), lines: [line]).fingerprint
    }
    func steps(_ steps: Outline.Step...) -> Fingerprint { Outline(steps).fingerprint }
    let point = Point(x: 1, y: 2)
    let all: [Fingerprint] = [
      bytes([]), bytes([0]), bytes([0, 0]), bytes(Array(repeating: 0, count: 8)),
      bytes(Array(repeating: 0, count: 9)), bytes([1, 0]), bytes([0, 1]), print { _ in },
      print { $0.write(1) }, print { $0.write(2) },
      print {
        $0.write("a")
        $0.write("b")
      },
      print {
        $0.write("ab")
        $0.write("")
      }, print { $0.write(1.5) }, print { $0.write(-1.5) },
      print { $0.write([Fingerprint]()) },
      print {
        $0.write(8)
        $0.write(9)
      },
      print {
        $0.write(9)
        $0.write(8)
      }, block(), block(size: 10.5), block(width: 6),
      block(font: FontKey(file: Fingerprint(high: 1, low: 3), face: 0)),
      block(font: FontKey(file: Fingerprint(high: 1, low: 2), face: 1)),
      block(font: FontKey(file: Fingerprint(high: 1, low: 2), face: 0, axes: [FontAxis("wght", 400)])),
      block(glyphs: []),
      block(glyphs: [PlacedGlyph(id: 4, origin: Point(x: 1, y: 2), cluster: 0)]),
      block(glyphs: [PlacedGlyph(id: 3, origin: Point(x: 2, y: 2), cluster: 0)]),
      block(glyphs: [PlacedGlyph(id: 3, origin: Point(x: 1, y: 3), cluster: 0)]),
      block(glyphs: [glyph, glyph]),
      steps(.move(point)), steps(.line(point)), steps(.move(point), .close),
      steps(.curve(point, point, point)),
      steps(.line(point), .line(point), .line(point)),
    ]
    let twice = all.indices.filter { all[..<$0].contains(all[$0]) }
    #expect(twice == [])
  }
}

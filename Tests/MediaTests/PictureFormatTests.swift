import CEngine
import Primitives
import Testing

@testable import Media

@Suite("A picture of any format")
struct PictureFormatTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var encoder: String
    var layout: String
    var options: [(String, String)] = []
    /// How far any channel may be off; libswscale's way to 16 bits isn't exact.
    var tolerance = 0
    var testDescription: String { "\(encoder) \(layout) \(options.map(\.1).joined(separator: " "))" }
  }

  static let kinds: [Kind] = [
    Kind(encoder: "bmp", layout: "bgr24"), Kind(encoder: "bmp", layout: "bgra"),
    Kind(encoder: "bmp", layout: "rgb565le", tolerance: 8),
    Kind(encoder: "bmp", layout: "rgb555le", tolerance: 8),
    Kind(encoder: "tiff", layout: "rgb24", options: [("compression_algo", "lzw")]),
    Kind(encoder: "tiff", layout: "rgba", options: [("compression_algo", "deflate")]),
    Kind(encoder: "tiff", layout: "rgb48le", options: [("compression_algo", "packbits")], tolerance: 2),
    Kind(encoder: "tiff", layout: "rgba64le", options: [("compression_algo", "raw")], tolerance: 2),
    Kind(encoder: "libwebp", layout: "bgra", options: [("lossless", "1")]),
    Kind(encoder: "libwebp", layout: "yuv420p", tolerance: 90),
    Kind(encoder: "png", layout: "rgb24"), Kind(encoder: "png", layout: "rgb48be", tolerance: 2),
    Kind(encoder: "png", layout: "rgba64be", tolerance: 2),
    Kind(encoder: "mjpeg", layout: "yuvj444p", tolerance: 40),
    Kind(encoder: "mjpeg", layout: "yuvj422p", tolerance: 90),
    Kind(encoder: "mjpeg", layout: "yuvj420p", tolerance: 90),
  ]

  static func fixture(_ kind: Kind) throws -> [UInt8] {
    try PictureFixture.file(kind.encoder, kind.layout, kind.options)
  }

  @Test("has the pixels that were put in", arguments: kinds)
  func pixels(kind: Kind) throws {
    let file = try PictureFile(Self.fixture(kind), path: "x")
    let bitmap = try file.decode()
    let distance = PictureFixture.distance(bitmap.pixels, PictureFixture.stripes)
    #expect(file.facts.size == PictureFixture.size && bitmap.isOpaque && distance <= kind.tolerance)
    // Off only where colors meet, whatever the codec.
    let middle = 8 * PictureFixture.size.width + 20
    #expect(PictureFixture.distance([bitmap.pixels[middle]], [PictureFixture.stripes[middle]]) <= 8)
  }

  @Test("is read from HEIC and AVIF", arguments: [heif_compression_HEVC, heif_compression_AV1])
  func heif(compression: heif_compression_format) throws {
    guard let bytes = try PictureFixture.heif(compression) else { return }
    let bitmap = try PictureFile(bytes, path: "x").decode()
    let middle = 8 * PictureFixture.size.width + 20
    #expect(bitmap.size == PictureFixture.size && bitmap.isOpaque)
    #expect(PictureFixture.distance([bitmap.pixels[middle]], [PictureFixture.stripes[middle]]) <= 8)
  }

  @Test("is refused when its end is missing", arguments: kinds)
  func cut(kind: Kind) throws {
    let whole = try Self.fixture(kind)
    // The last byte may be a filler or the mark of an end; more than that is pixels.
    let accepted = stride(from: 0, to: whole.count - 8, by: 7).filter { length in
      problem { () throws(Problem) in try PictureFile(Array(whole[..<length]), path: "cut").decode() }
        == nil
    }
    #expect(accepted.isEmpty, "\(accepted) of \(whole.count)")
  }

  @Test(
    "never crashes, hangs or blames anybody but the file, however it is damaged", arguments: kinds.indices)
  func damage(index: Int) throws {
    let extra = [
      PictureFixture.gif([(1, 10, 0, 4, 1), (2, 5, 1, 2, 2)]), Array(SVGTests.circle.utf8),
      try PictureFixture.heif(heif_compression_HEVC) ?? [],
      try PictureFixture.heif(heif_compression_AV1) ?? [],
    ]
    var dice = Dice(UInt64(index))
    for whole in [try Self.fixture(Self.kinds[index])] + (index < extra.count ? [extra[index]] : []) {
      for _ in 0..<150 where whole.count > 64 {
        var bytes = whole
        for _ in 0...(dice.roll() % 6) {
          // Headers are hit more often than pixels.
          let reach = dice.roll() & 1 == 0 ? min(64, bytes.count) : bytes.count
          bytes[Int(dice.roll()) % reach] =
            [0, 255, 1, 128, UInt8(dice.roll() & 255)][Int(dice.roll() % 5)]
        }
        if dice.roll() % 4 == 0 { bytes.removeLast(Int(dice.roll()) % bytes.count) }
        let found = problem { () throws(Problem) in try PictureFile(bytes, path: "damaged").decode() }
        #expect(found == nil || found?.kind == .badInput, "\(found?.message ?? "")")
      }
    }
  }

  @Test("is turned as its EXIF note says, in TIFF and WebP too", arguments: ["tiff", "webp"])
  func orientation(kind: String) throws {
    var bytes: [UInt8]
    if kind == "tiff" {
      bytes = try PictureFixture.file("tiff", "rgb24", [("compression_algo", "raw")])
      // The encoder writes no orientation: X and Y resolution's tag number becomes it.
      let view = ByteView(bytes[...])
      let directory = try #require(view.little32(4))
      let entries = try #require(view.little16(directory))
      for entry in 0..<entries where view.little16(directory + 2 + entry * 12) == 0x11A {
        bytes.replaceSubrange(
          directory + 2 + entry * 12..<directory + 14 + entry * 12,
          with: [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0])
      }
    } else {
      let plain = try PictureFixture.file("libwebp", "bgra", [("lossless", "1")])
      let note = exif(6)
      let (width, height) = (PictureFixture.size.width - 1, PictureFixture.size.height - 1)
      let header = Array("VP8X".utf8) + [10, 0, 0, 0, 8, 0, 0, 0, UInt8(width), 0, 0, UInt8(height), 0, 0]
      let body =
        Array("WEBP".utf8) + header + plain.dropFirst(12) + Array("EXIF".utf8) + [
          UInt8(note.count), 0, 0, 0,
        ] + note
      bytes = Array("RIFF".utf8) + [UInt8(body.count & 255), UInt8(body.count >> 8), 0, 0] + body
    }
    let bitmap = try PictureFile(bytes, path: "turned").decode()
    #expect(bitmap.size == PixelSize(width: 32, height: 64))
    // What was at the bottom left comes to the top left.
    #expect(bitmap.pixels[0] == PictureFixture.stripes[31 * 64])
  }

  @Test("counts a GIF's frames, takes them away again, and holds each as long as it says")
  func gif() throws {
    let bytes = PictureFixture.gif([(1, 10, 0, 4, 1), (2, 5, 1, 2, 2), (3, 0, 3, 1, 3), (2, 20, 0, 1, 0)])
    let folder = TemporaryFolder()
    let clip = try ClipReader(folder.file("a.gif", bytes))
    let (red, green, blue): (UInt32, UInt32, UInt32) = (0xFFFF_0000, 0xFF00_FF00, 0xFF00_00FF)
    let expected: [[UInt32]] = [
      [red, red, red, red], [red, green, green, red], [red, 0, 0, blue], [green, 0, 0, red],
    ]
    for number in [0, 1, 2, 3, 1, 0, 3] {
      let pixels = try clip.bitmap(FrameIndex(number)).pixels
      #expect(pixels == expected[number])
    }
    #expect(clip.index.starts == [0, 0.1, 0.15, 0.25] && clip.facts.length == 0.45)
  }

  @Test("unpacks the runs of a BMP")
  func runs() throws {
    func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }
    // Two rows of four, the lower one first: three of color 1, one of 2; then 2 1, a gap, and the end.
    let data: [UInt8] = [3, 1, 1, 2, 0, 0, 0, 3, 2, 1, 2, 0, 0, 1]
    let palette: [UInt8] = [0, 0, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0]
    let header =
      little(40) + little(4) + little(2) + [1, 0, 8, 0] + little(1) + little(data.count) + little(0)
      + little(0) + little(3) + little(0)
    let bytes =
      Array("BM".utf8) + little(54 + 12 + data.count) + little(0) + little(54 + 12) + header + palette
      + data
    let bitmap = try PictureFile(bytes, path: "runs.bmp").decode()
    let (red, green, black): (UInt32, UInt32, UInt32) = (0xFFFF_0000, 0xFF00_FF00, 0xFF00_0000)
    #expect(bitmap.pixels == [green, red, green, black, red, red, red, green])
  }

  @Test("is a trap if a few bytes stand for very many pixels")
  func ratio() {
    let bytes = png([
      ("IHDR", big(8000) + big(8000) + [1, 0, 0, 0, 0]), ("IDAT", [1, 2, 3]), ("IEND", []),
    ])
    let found = problem { () throws(Problem) in try PictureFile(bytes, path: "trap.png") }
    #expect(
      found?.message.hasPrefix("the picture trap.png is too much: it has 8000×8000 pixels in") == true)
  }
}

@Suite("An SVG drawing")
struct SVGTests {
  static let circle =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='10' height='10' fill='#f00'/></svg>"

  @Test("is painted crisp at any size")
  func sizes() throws {
    let file = try PictureFile(Array(Self.circle.utf8), path: "a.svg")
    let large = try file.decode(enlarged: 8)
    #expect(file.facts.size == PixelSize(width: 20, height: 10) && file.isVector)
    #expect(large.size == PixelSize(width: 160, height: 80))
    #expect(large.pixels[79] == 0xFFFF_0000 && large.pixels[80] == 0)
  }

  @Test(
    "is refused for what would never end",
    arguments: [
      ("deep", "elements inside one another"), ("many", "elements to paint"), ("uses", "elements to paint"),
    ])
  func bombs(kind: String, words: String) {
    let inside: String
    switch kind {
    case "deep": inside = String(repeating: "<g>", count: 300) + String(repeating: "</g>", count: 300)
    case "many": inside = String(repeating: "<g/>", count: 200_001)
    default:
      inside =
        "<g id='a0'><rect/></g>"
        + (1..<30).map { n in
          "<g id='a\(n)'>" + String(repeating: "<use href='#a\(n - 1)'/>", count: 10) + "</g>"
        }.joined()
    }
    let text = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\(inside)</svg>"
    let found = problem { () throws(Problem) in try PictureFile(Array(text.utf8), path: "b.svg") }
    #expect(
      found?.message.contains(words) == true || found?.message.contains("more than") == true,
      "\(found?.message ?? "")")
  }

  /// Elements around one that is filled.
  private static func drawing(_ side: Int, _ start: String, filter: String = "", _ end: String = "")
    -> [UInt8]
  {
    let head = "<svg xmlns='http://www.w3.org/2000/svg' width='\(side)' height='\(side)'>\(filter)\(start)"
    let filtered = filter.isEmpty ? "" : " filter='url(#f)'"
    return Array((head + "<rect width='\(side)' height='\(side)'\(filtered)/>\(end)</svg>").utf8)
  }

  @Test("with a filter that would take for ever is given up, and not only the thread that waits for it")
  func endless() throws {
    let noise = "<filter id='f'><feTurbulence baseFrequency='0.1' numOctaves='100000'/></filter>"
    let file = try PictureFile(Self.drawing(200, "", filter: noise), path: "c.svg")
    let found = problem { () throws(Problem) in try file.decode() }
    #expect(
      found?.message
        == "the picture c.svg is too much: it takes more than 2 seconds of the processor's time to paint")
    #expect(found?.kind == .badInput && found?.hints.last?.contains("svg-seconds") == true)
  }

  @Test("has so much memory for its layers and no more", arguments: [(64, false), (1000, true)])
  func layers(megabytes: Int64, isPainted: Bool) {
    let (start, end) = (repeatElement("<g opacity='0.9'>", count: 12), repeatElement("</g>", count: 12))
    let bytes = Self.drawing(2000, start.joined(), end.joined())
    let bounds = LibrettoSVGBounds(seconds: 20, memory: megabytes << 20)
    var pixels = [UInt32](repeating: 0, count: 2000 * 2000)
    var line: UnsafePointer<CChar>?
    let how = pixels.withUnsafeMutableBufferPointer {
      libretto_svg_paint(bytes, bytes.count, bounds, nil, 2000, 2000, $0.baseAddress, &line)
    }
    #expect(how == (isPainted ? LIBRETTO_SVG_DONE : LIBRETTO_SVG_LARGE))
    #expect((pixels[0] != 0) == isPainted)
  }

  @Test("is painted alike by many threads at once")
  func together() async throws {
    let bytes = Self.drawing(64, "", filter: "<filter id='f'><feGaussianBlur stdDeviation='5'/></filter>")
    let alone = try PictureFile(bytes, path: "d.svg").decode()
    let together = try await withThrowingTaskGroup(of: Bitmap.self) { group in
      for _ in 0..<12 { group.addTask { try PictureFile(bytes, path: "d.svg").decode() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.count == 12 && together.allSatisfy { $0.pixels == alone.pixels })
    #expect(alone.pixels[32 * 64 + 32] != 0)
  }

  @Test("reads nothing from outside")
  func outside() throws {
    let folder = TemporaryFolder()
    let red = try folder.file(
      "red.png", PictureWriter.png([0xFFFF_0000].span, size: PixelSize(width: 1, height: 1)))
    let text = """
      <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY secret SYSTEM "\(red)">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">
      <image href="file://\(red)" width="8" height="8"/><image href="red.png" width="8" height="8"/><text>&secret;</text></svg>
      """
    let bitmap = try PictureFile.open(folder.file("a.svg", Array(text.utf8))).decode()
    #expect(bitmap.pixels.allSatisfy { $0 == 0 })
  }
}

import Primitives
import Testing

@testable import Media

@Suite("A picture file")
struct PictureTests {
  static let size = PixelSize(width: 37, height: 23)

  /// Noise that is a valid premultiplied picture.
  static func noise(opaque: Bool) -> [UInt32] {
    var dice = Dice(3)
    return dice.pixels(size.width * size.height).map { pixel in
      if opaque { return pixel | 0xFF00_0000 }
      let alpha = pixel >> 24
      var result = alpha << 24
      for shift: UInt32 in [0, 8, 16] { result |= (pixel >> shift & 255) * alpha / 255 << shift }
      return result
    }
  }

  @Test("gives back what was written as PNG, exactly", arguments: [true, false])
  func roundTrip(opaque: Bool) throws {
    let pixels = Self.noise(opaque: opaque)
    let bytes = try PictureWriter.png(pixels.span, size: Self.size)
    let file = try PictureFile(bytes, path: "noise.png")
    let bitmap = try file.decode()
    #expect(file.facts.size == Self.size && file.facts.hasAlpha == !opaque)
    #expect(bitmap.pixels == pixels && bitmap.isOpaque == opaque)
  }

  @Test("gives back nearly what was written as JPEG")
  func jpeg() throws {
    let smooth = (0..<Self.size.width * Self.size.height).map { index -> UInt32 in
      let (x, y) = (UInt32(index % 37), UInt32(index / 37))
      return 0xFF00_0000 | (40 + x * 5) << 16 | (30 + y * 9) << 8 | (200 - x * 2 - y)
    }
    let file = try PictureFile(PictureWriter.jpeg(smooth.span, size: Self.size), path: "smooth.jpg")
    let bitmap = try file.decode()
    var worst = 0
    for (one, other) in zip(bitmap.pixels, smooth) {
      for shift: UInt32 in [0, 8, 16] {
        worst = max(worst, abs(Int(one >> shift & 255) - Int(other >> shift & 255)))
      }
    }
    #expect(bitmap.size == Self.size && bitmap.isOpaque && worst <= 6)
  }

  @Test(
    "stands upright, however the camera was held",
    arguments: [
      (1, 2, "abcdef"), (2, 2, "badcfe"), (3, 2, "fedcba"), (4, 2, "efcdab"), (5, 3, "acebdf"),
      (6, 3, "ecafdb"),
      (7, 3, "fdbeca"), (8, 3, "bdface"), (9, 2, "abcdef"),
    ])
  func orientation(number: Int, width: Int, expected: String) throws {
    let pixels = "abcdef".utf8.map { 0xFF00_0000 | UInt32($0) }
    var parts = chunks(of: try PictureWriter.png(pixels.span, size: PixelSize(width: 2, height: 3)))
    parts.insert(("eXIf", exif(UInt8(number))), at: 1)
    let file = try PictureFile(png(parts), path: "turned.png")
    let bitmap = try file.decode()
    let letters = String(decoding: bitmap.pixels.map { UInt8($0 & 255) }, as: UTF8.self)
    #expect(letters == expected && bitmap.size.width == width && file.facts.size == bitmap.size)
  }

  @Test("finds the camera's note in a JPEG, behind other segments")
  func exifInJPEG() throws {
    var bytes = try PictureWriter.jpeg(Self.noise(opaque: true).span, size: Self.size)
    let note = Array("Exif\0\0".utf8) + exif(6)
    let other: [UInt8] = [0xFF, 0xE5, 0xFF, 0xFF] + Array(repeating: 0xFF, count: 65533)
    bytes.insert(contentsOf: other + [0xFF, 0xE1, 0, UInt8(note.count + 2)] + note, at: 2)
    let file = try PictureFile(bytes, path: "turned.jpg")
    let bitmap = try file.decode()
    #expect(file.facts.size == PixelSize(width: 23, height: 37) && bitmap.size == file.facts.size)
  }

  @Test(
    "reads every kind of PNG",
    arguments: [
      (1, 0, [0b1010_0000] as [UInt8], [0xFFFF_FFFF, 0xFF00_0000] as [UInt32]),
      (2, 0, [0b0110_0000], [0xFF55_5555, 0xFFAA_AAAA]), (8, 0, [7, 200], [0xFF07_0707, 0xFFC8_C8C8]),
      (16, 0, [0x7F, 0xFF, 0x80, 0x80], [0xFF7F_7F7F, 0xFF80_8080]),
      (8, 2, [1, 2, 3, 4, 5, 6], [0xFF01_0203, 0xFF04_0506]),
      (8, 4, [100, 255, 100, 51], [0xFF64_6464, 0x3314_1414]),
      (8, 6, [255, 100, 0, 128, 9, 9, 9, 0], [0x8080_3200, 0]),
      (8, 3, [0, 1], [0xFF0A_0B0C, 0x8007_0808]),
    ])
  func kinds(depth: UInt8, color: UInt8, row: [UInt8], expected: [UInt32]) throws {
    let bitmap = try PictureFile(
      png(
        [
          ("IHDR", big(2) + big(1) + [depth, color, 0, 0, 0]),
          ("PLTE", [10, 11, 12, 13, 15, 16]), ("tRNS", [255, 128]), ("IDAT", stored([0] + row)),
          ("IEND", []),
        ].filter { color == 3 || $0.0 != "PLTE" && $0.0 != "tRNS" }), path: "kind.png"
    ).decode()
    #expect(bitmap.pixels == expected)
  }

  /// Bytes as zlib has them when it gives up: stored, with Adler's sum.
  func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in bytes { (a, b) = ((a + UInt32(byte)) % 65521, (b + a + UInt32(byte)) % 65521) }
    return [0x78, 1, 1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
      + bytes
      + big(b << 16 | a)
  }

  @Test("ignores what isn't the picture: profiles, comments, trailing bytes")
  func essence() throws {
    let pixels = Self.noise(opaque: true)
    var parts = chunks(of: try PictureWriter.png(pixels.span, size: Self.size))
    parts.insert(("iCCP", [1, 2, 3]), at: 1)
    parts.insert(("zTXt", Array(repeating: 0xAA, count: 99)), at: 2)
    let bitmap = try PictureFile(png(parts) + [1, 2, 3], path: "extra.png").decode()
    #expect(bitmap.pixels == pixels)
  }

  @Test("is refused when any of it is missing", arguments: ["png", "jpg"])
  func cut(kind: String) throws {
    let pixels = Self.noise(opaque: true)
    let whole =
      kind == "png"
      ? try PictureWriter.png(pixels.span, size: Self.size)
      : try PictureWriter.jpeg(pixels.span, size: Self.size)
    let accepted = (0..<whole.count).filter { length in
      problem { () throws(Problem) in try PictureFile(Array(whole[..<length]), path: "cut").decode() }
        == nil
    }
    #expect(accepted.isEmpty)
  }

  @Test("is refused when its rows end early, though every check sum is right")
  func shortData() throws {
    var parts = chunks(of: try PictureWriter.png(Self.noise(opaque: true).span, size: Self.size))
    let data = parts.firstIndex { $0.0 == "IDAT" } ?? 0
    parts[data].1.removeLast(parts[data].1.count / 3)
    let found = problem { () throws(Problem) in try PictureFile(png(parts), path: "short.png").decode() }
    #expect(found?.kind == .badInput)
  }

  @Test("never crashes on a flipped bit", arguments: ["png", "jpg"])
  func flips(kind: String) throws {
    let pixels = Self.noise(opaque: false)
    let whole =
      kind == "png"
      ? try PictureWriter.png(pixels.span, size: Self.size)
      : try PictureWriter.jpeg(pixels.span, size: Self.size)
    var dice = Dice(11)
    for _ in 0..<400 {
      var bytes = whole
      bytes[Int(dice.roll()) % bytes.count] ^= UInt8(1 << (dice.roll() & 7))
      let found = problem { () throws(Problem) in try PictureFile(bytes, path: "flipped").decode() }
      #expect(found == nil || found?.kind == .badInput)
    }
  }

  @Test(
    "is refused by its header when it is too large, before memory is asked for",
    arguments: [(16_385, 1), (1, 16_385), (16_384, 16_384), (0x7FFF_FFFF, 0x7FFF_FFFF)]
      as [(UInt32, UInt32)])
  func limits(width: UInt32, height: UInt32) {
    let bytes = png([("IHDR", big(width) + big(height) + [1, 0, 0, 0, 0]), ("IDAT", []), ("IEND", [])])
    let found = problem { () throws(Problem) in try PictureFile(bytes, path: "big.png") }
    #expect(found?.message == "the picture big.png is too large: it has \(width)×\(height) pixels")
  }

  @Test(
    "says what a file is instead",
    arguments: [
      ("GIF8", "a GIF whose first bytes are damaged"), ("\0\0\0\u{20}ftypqt  ", "a film"),
      ("", "an empty file"),
      ("8BPS", "a Photoshop file"), ("<html>", "a web page"), ("BMW", "no picture"),
      ("words", "no picture"),
    ])
  func otherKinds(content: String, name: String) {
    let found = problem { () throws(Problem) in try PictureFile(Array(content.utf8), path: "x.png") }
    #expect(found?.message == "can't read the picture x.png: it is \(name)")
    #expect(found?.hints == ["JPEG, PNG, WebP, GIF, BMP, TIFF, SVG, HEIC and AVIF can be read"])
  }

  @Test(
    "is looked for by name",
    arguments: [
      ("/nowhere/x.png", Problem.Kind.missingInput), ("/tmp", .badInput), ("/dev/zero", .badInput),
      ("a\0b", .badInput),
    ])
  func missing(path: String, kind: Problem.Kind) {
    let found = problem { () throws(Problem) in try PictureFile.open(path) }
    #expect(found?.kind == kind)
  }

  @Test("has a digest of its bytes")
  func digest() throws {
    let bytes = try PictureWriter.png(Self.noise(opaque: true).span, size: Self.size)
    let folder = TemporaryFolder()
    let path = try folder.file("a.png", bytes)
    let fromFile = try InputFile.open(path).digest()
    let facts = try PictureFile.open(path).facts
    var swapped = bytes
    swapped.swapAt(1, 2)
    #expect(facts.digest == fromFile && facts.digest != Fingerprint(ofFile: swapped))
  }
}

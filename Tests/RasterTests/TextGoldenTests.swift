import Libretto
import Testing
import Typography

@testable import FrameGraph

/// Scripts and ways to paint them, to look at.
@Suite("A golden text")
struct TextGoldenTests {
  /// What is written, with which font and fallbacks, how large, and in which language.
  struct Sample: CustomTestStringConvertible {
    let name: String
    let text: String
    let family: String
    var fallbacks: [String] = []
    var size = 30.0
    var weight = 700
    var language = ""
    var maxWidth = 150.0

    var testDescription: String { name }

    var block: TextBlock {
      get throws {
        let font = FontRequest(family: family, weight: weight, isItalic: false)
        var request = TextRequest(text: text, font: font, size: size)
        request.font.fallbacks = fallbacks
        request.language = language
        request.maxWidth = maxWidth
        return try #require(Darkroom.fonts).layOut(request)
      }
    }
  }

  static let scripts = [
    Sample(name: "arabic", text: "السلام عليكم يا قلبي", family: "Noto Sans Arabic", size: 20),
    Sample(
      name: "hebrew", text: "שָׁלוֹם Libretto 2026 עולם", family: "Inter", fallbacks: ["Noto Sans Hebrew"],
      size: 26),
    Sample(name: "devanagari", text: "क्षितिज पर स्त्री श्री र्कि", family: "Noto Sans Devanagari", size: 26),
    Sample(name: "thai", text: "คืนนี้ฉันจะร้องเพลงให้ฟังที่นี่", family: "Noto Sans Thai", size: 24, language: "th"),
    Sample(
      name: "japanese", text: "夜空を見上げて、「君の名」を呼ぶ", family: "Noto Sans JP", size: 18, language: "ja"),
    Sample(name: "korean", text: "밤하늘의 별을 따라 노래해", family: "Noto Sans KR", size: 26, language: "ko"),
    Sample(name: "emoji", text: "a❤️🎸👩🏽‍🚀b\n👨‍👩‍👧‍👦 1️⃣ 🇩🇪", family: "Inter", size: 28),
  ]

  @Test("of a script has not changed", arguments: scripts)
  func matches(sample: Sample) throws {
    let block = try sample.block
    let place = Matrix.translation(80 - block.size.width / 2, 45 - block.size.height / 2)
    let mark = Mark.text(block, .fill, .color(.white), at: place.snapped, opacity: 1)
    try expectGolden(try TextPaintTests.paint([mark], over: .ink), "script-" + sample.name)
  }

  @Test("has not changed under outlines, shadows, gradients and pictures")
  func passes() throws {
    let block = try Sample(name: "", text: "Sing 🎤\nout loud", family: "Inter", size: 32).block
    let (x, y) = (80 - block.size.width / 2, 45 - block.size.height / 2)
    func text(_ pass: TextPass, _ ink: Ink, dx: Double = 0, dy: Double = 0) -> Mark {
      .text(block, pass, ink, at: Matrix.translation(x + dx, y + dy).snapped, opacity: 1)
    }
    let outlined = [
      text(.shadow(width: 4, blur: 3), .color(.black.opacity(0.8)), dx: 3, dy: 4),
      text(.outline(width: 4), .color(.hotPink)), text(.outline(width: 1.5), .color(.ink)),
      text(.fill, .color(.white)),
    ]
    try expectGolden(try TextPaintTests.paint(outlined, over: .teal), "text-outlines")
    let stops = [ColorStop(.gold, at: 0), ColorStop(.hotPink, at: 1)]
    let gradient = Ink.linear(stops, from: .zero, to: Point(x: 0, y: block.size.height))
    try expectGolden(try TextPaintTests.paint([text(.fill, gradient)], over: .ink), "text-gradient")
    let hills = try #require(Darkroom.pictures["hills"])
    let sample = PictureSample(
      source: PictureSource(digest: Fingerprint(of: "hills".utf8)), size: hills.size, isOpaque: true,
      toScreen: .scale(0.5, 0.5), isBlurred: false)
    try expectGolden(try TextPaintTests.paint([text(.fill, .picture(sample))], over: .ink), "text-picture")
    let glow = [
      text(.shadow(width: 1, blur: 6), .color(.electricBlue)),
      text(.shadow(width: 0, blur: 2), .color(.white)),
      text(.fill, .color(.white)),
    ]
    try expectGolden(try TextPaintTests.paint(glow, over: .black), "text-glow")
  }
}

import Foundation
import Primitives
import Testing
import Typography

@Suite("A font library")
struct FontLibraryTests {
  let library: FontLibrary

  init() throws { library = try Bundle.library() }

  @Test("has the families of the bundle")
  func families() {
    let expected = [
      "Bebas Neue", "Dancing Script", "EB Garamond", "Inter", "JetBrains Mono", "League Spartan",
      "Noto Color Emoji", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans Hebrew", "Noto Sans JP",
      "Noto Sans KR", "Noto Sans SC", "Noto Sans Thai",
    ]
    #expect(library.families == expected)
    #expect(library.warnings.isEmpty)
  }

  @Test(
    "knows what a missing family was meant to be",
    arguments: [("Intr", "Inter"), ("eb garamnd", "EB Garamond")])
  func slips(name: String, meant: String) {
    let problem = library.problem(words("a", in: name))
    #expect(problem?.message == "there is no font \"\(name)\"")
    #expect(problem?.hints.first == "did you mean \"\(meant)\"?")
    #expect(problem?.hints.dropFirst().first?.hasPrefix("there are Bebas Neue, Dancing") == true)
  }

  @Test("names the characters that a font lacks, and the fonts that have them")
  func missingGlyphs() {
    let cyrillic = library.problem(words("one\nДа нет", in: "Dancing Script"))
    #expect(
      cyrillic?.message
        == "the font \"Dancing Script\" has no “Д” U+0414, “а” U+0430, “е” U+0435, “н” U+043D, “т” U+0442, "
        + "in the line \"Да нет\"")
    #expect(
      cyrillic?.hints == [
        "fonts that have them all: Bebas Neue, EB Garamond, Inter, JetBrains Mono, Noto Sans JP, "
          + "Noto Sans KR, Noto Sans SC",
        "use one of them, or name it as a fallback: \"Bebas Neue\"",
      ])
    let hebrew = library.problem(words("שלום, world") { $0.font.fallbacks = ["Noto Sans Thai"] })
    #expect(
      hebrew?.message.hasPrefix("none of the fonts \"Inter\", \"Noto Sans Thai\" has “ו” U+05D5, ") == true)
    let mixed = library.problem(words("שלום สวัสดี"))
    #expect(mixed?.hints.first == "fonts that have some of them: Noto Sans Hebrew, Noto Sans Thai")
    let rune = library.problem(words("ᚠ"))
    #expect(rune?.message == "the font \"Inter\" has no “ᚠ” U+16A0, in the line \"ᚠ\"")
    #expect(rune?.hints == ["no font at hand has it; put one that does in the project's fonts folder"])
  }

  @Test("draws glyphs in ems, y down")
  func outlines() throws {
    for (family, height) in [("Inter", 0.727), ("Bebas Neue", 0.7), ("EB Garamond", 0.65)] {
      let run = try library.layOut(words("I", in: family)).lines[0].runs[0]
      let outline = try library.outline(of: run.glyphs[0].id, in: run.font)
      let ends = outline.steps.compactMap(\.end)
      let top = ends.map(\.y).min() ?? 0
      let bottom = ends.map(\.y).max() ?? 1
      #expect(abs(top + height) < 0.01)
      #expect(abs(bottom) < 0.02)
      #expect(ends.map(\.x).min() ?? 0 > 0)
      #expect(outline.steps.last == .close)
      #expect(try library.outline(of: run.glyphs[0].id, in: run.font) == outline)
    }
  }

  @Test("draws a variable font at its weight, as wide as it was set")
  func variableOutlines() throws {
    func stem(_ weight: Int) throws -> Double {
      let run = try library.layOut(words("I", weight: weight)).lines[0].runs[0]
      let ends = try library.outline(of: run.glyphs[0].id, in: run.font).steps.compactMap(\.end)
      return (ends.map(\.x).max() ?? 0) - (ends.map(\.x).min() ?? 0)
    }
    let stems = try [100, 400, 900].map(stem)
    #expect(stems == stems.sorted() && stems[0] < 0.05 && stems[2] > 0.15)
  }

  @Test("says what is wrong with a glyph or font that isn't there")
  func wrongOutlines() throws {
    let run = try library.layOut(words("I")).lines[0].runs[0]
    #expect(throws: Problem.self) { try library.outline(of: .max, in: run.font) }
    let stranger = FontKey(file: Fingerprint(high: 1, low: 2), face: 0)
    #expect(throws: Problem.self) { try library.outline(of: 1, in: stranger) }
  }

  @Test("passes over broken files with a warning, and lets earlier folders win")
  func brokenFiles() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/libretto-fonts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/a/deep", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inter = try Data(contentsOf: URL(fileURLWithPath: Bundle.folder + "/Inter/Inter-roman.var.ttf"))
    try inter.prefix(300_000).write(to: URL(fileURLWithPath: folder + "/a/cut.ttf"))
    try Data().write(to: URL(fileURLWithPath: folder + "/a/empty.otf"))
    try Data("no font at all".utf8).write(to: URL(fileURLWithPath: folder + "/a/text.ttc"))
    try inter.write(to: URL(fileURLWithPath: folder + "/a/deep/Good.TTF"))
    let mixed = try FontLibrary(folders: [folder + "/a", folder + "/nowhere", Bundle.folder])
    #expect(mixed.families == library.families)
    #expect(
      mixed.warnings == [
        "the font \(folder)/a/cut.ttf was passed over: it is cut off",
        "the font \(folder)/a/empty.otf was passed over: it is no OpenType font",
        "the font \(folder)/a/text.ttc was passed over: it is no OpenType font",
      ])
    #expect(try mixed.layOut(words("same")) == library.layOut(words("same")))
    #expect(mixed.problem(words("fox", italic: true))?.message == "the font \"Inter\" has no italic")
    #expect(throws: Problem.self) { try FontLibrary(folders: [folder + "/a/cut.ttf"]) }
  }

  @Test("notices when a font that is in use becomes another one")
  func changedFont() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/libretto-fonts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inter = try Data(contentsOf: URL(fileURLWithPath: Bundle.folder + "/Inter/Inter-roman.var.ttf"))
    let file = URL(fileURLWithPath: folder + "/a.ttf")
    try inter.write(to: file)
    let used = try FontLibrary(folders: [folder])
    _ = try used.layOut(words("same"))
    #expect(used.changedFile == nil)
    try inter.write(to: file)
    #expect(used.changedFile == nil, "the same bytes at another time are the same font")
    try inter.dropLast().write(to: file)
    #expect(used.changedFile == file.path)
  }

  @Test("reads collections of fonts")
  func collections() throws {
    let names = ["Dancing Script/DancingScript-Regular.otf", "League Spartan/LeagueSpartan-Bold.otf"]
    let fonts = try names.map {
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: Bundle.folder + "/" + $0)))
    }
    let folder = FileManager.default.temporaryDirectory.path + "/libretto-fonts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(collection(of: fonts)).write(to: URL(fileURLWithPath: folder + "/two.ttc"))
    let collected = try FontLibrary(folders: [folder])
    #expect(collected.families == ["Dancing Script", "League Spartan"])
    let spartan = words("office", in: "League Spartan", weight: 700)
    let block = try collected.layOut(spartan)
    #expect(block.lines[0].runs[0].font.face == 1)
    #expect(try block.size == library.layOut(spartan).size)
    let glyph = block.lines[0].runs[0].glyphs[0].id
    let font = try library.layOut(spartan).lines[0].runs[0].font
    let outline = try collected.outline(of: glyph, in: block.lines[0].runs[0].font)
    #expect(try outline == library.outline(of: glyph, in: font))
  }

  @Test(
    "survives fonts with random bytes in them",
    arguments: [
      "Inter/Inter-roman.var.ttf", "Bebas Neue/BebasNeue-Regular.otf",
      "Noto Sans Arabic/NotoSansArabic-Bold.ttf",
      "../Tests/TypographyTests/Fixtures/Layers.ttf", "../Tests/TypographyTests/Fixtures/Pictures.ttf",
      "../Tests/TypographyTests/Fixtures/Axes.ttf",
    ])
  func randomBytes(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/libretto-fonts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sound = try Data(contentsOf: URL(fileURLWithPath: Bundle.folder + "/" + name))
    var random = Xorshift(state: 2026)
    for round in 0..<20 {
      var data = sound
      let reach = round.isMultiple(of: 2) ? min(1000, sound.count) : sound.count
      for _ in 0..<(1 << (round / 2)) {
        data[Int.random(in: 0..<reach, using: &random)] = .random(in: 0...255, using: &random)
      }
      try data.write(to: URL(fileURLWithPath: folder + "/font.ttf"))
      let library = try FontLibrary(folders: [folder])
      for family in library.families {
        for text in ["AVÄ office\nгд", "A A", "سلام"] {
          let request = words(text, in: family, weight: 650) { $0.font.width = 90 }
          guard let block = try? library.layOut(request) else { continue }
          for run in block.lines.flatMap(\.runs) {
            for glyph in run.glyphs { _ = try? library.outline(of: glyph.id, in: run.font) }
          }
        }
      }
    }
  }

  @Test("serves many threads at once")
  func threads() async throws {
    let run = try library.layOut(words("abcdefghijklm", weight: 321)).lines[0].runs[0]
    let expected = try run.glyphs.map { try library.outline(of: $0.id, in: run.font) }
    let fresh = try Bundle.library()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let same = try fresh.layOut(words("abcdefghijklm", weight: 321)).lines[0].runs[0]
          guard same == run else { return false }
          return try run.glyphs.map { try fresh.outline(of: $0.id, in: run.font) } == expected
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}

extension Outline.Step {
  var end: Point? {
    switch self {
    case .move(let point), .line(let point), .curve(_, _, let point): point
    case .close: nil
    }
  }
}

/// Fonts in one file, with the places of their tables moved to where they are now.
private func collection(of fonts: [[UInt8]]) -> [UInt8] {
  func bytes(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
  func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
  var start = 12 + 4 * fonts.count
  var offsets: [UInt8] = []
  var body: [UInt8] = []
  for var font in fonts {
    for record in 0..<(Int(font[4]) << 8 | Int(font[5])) {
      let place = 12 + 16 * record + 8
      font.replaceSubrange(place..<place + 4, with: bytes(number(font[place..<place + 4]) + start))
    }
    offsets += bytes(start)
    body += font
    start += font.count
  }
  return Array("ttcf".utf8) + bytes(0x10000) + bytes(fonts.count) + offsets + body
}

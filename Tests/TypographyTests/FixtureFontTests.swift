import Foundation
import Primitives
import Testing
import Typography

@Suite("A font with colors or axes")
struct FixtureFontTests {
  static let folder = Bundle.folder.dropLast("Fonts".count) + "Tests/TypographyTests/Fixtures"
  let library: FontLibrary

  init() throws { library = try FontLibrary(folders: [String(Self.folder)]) }

  private func shape(_ family: String) throws -> GlyphShape {
    let run = try library.layOut(words("A", in: family)).lines[0].runs[0]
    return try library.shape(of: run.glyphs[0].id, in: run.font)
  }

  @Test("has layers, each with its color or the text's")
  func layers() throws {
    #expect(library.families == ["Fixture Axes", "Fixture Layers", "Fixture Pictures"])
    guard case .layers(let layers) = try shape("Fixture Layers") else {
      Issue.record("no layers")
      return
    }
    #expect(
      layers.map(\.color) == [.hex(0xFF0000), nil, Color(red: 0, green: 0, blue: 1, alpha: 128.0 / 255)])
    let line = try library.layOut(words("A", in: "Fixture Layers")).lines[0]
    let ink = try #require(line.clusters[0].ink)
    #expect(abs(ink.width - 80) < 0.01 && abs(ink.height - 80) < 0.01)
  }

  @Test("has pictures, of which the largest is taken")
  func pictures() throws {
    guard case .picture(let bitmap, let box) = try shape("Fixture Pictures") else {
      Issue.record("none")
      return
    }
    #expect(bitmap.size == PixelSize(width: 40, height: 40))
    #expect(bitmap.pixels[39 * 40] == 0xFF00_FF00 && bitmap.pixels[0] == 0)
    #expect(box.width == 1 && box.height == 1)
    let line = try library.layOut(words("A", in: "Fixture Pictures")).lines[0]
    let ink = try #require(line.clusters[0].ink)
    #expect(abs(ink.width - 100) < 0.01 && abs(ink.height - 50) < 0.01)
    // The edge of the picture's lower half.
    let outline = try library.outline(of: line.runs[0].glyphs[0].id, in: line.runs[0].font)
    let ends = outline.steps.compactMap(\.end)
    let (left, right) = (ends.map(\.x).min() ?? 9, ends.map(\.x).max() ?? 9)
    let (top, bottom) = (ends.map(\.y).min() ?? 9, ends.map(\.y).max() ?? 9)
    #expect(abs(right - left - 1) < 0.02 && abs(bottom - top - 0.5) < 0.02)
    #expect(outline.steps.filter { $0 == .close }.count == 1)
  }

  @Test("leans where it has an axis for that, and is as wide as was asked for")
  func axes() throws {
    func axes(_ change: (inout TextRequest) -> Void) throws -> [FontAxis] {
      try library.layOut(words("A", in: "Fixture Axes", change)).lines[0].runs[0].font.axes
    }
    #expect(try axes { _ in } == [FontAxis("slnt", 0), FontAxis("wdth", 100), FontAxis("wght", 400)])
    #expect(try axes { $0.font.isItalic = true }[0] == FontAxis("slnt", -10))
    #expect(try axes { $0.font.axes = [FontAxis("slnt", -4.5)] }[0] == FontAxis("slnt", -4.5))
    #expect(try axes { $0.font.width = 110 }[1] == FontAxis("wdth", 110))
    #expect(
      try axes { ($0.font.width, $0.font.weight) = (10, 900) }.dropFirst() == [
        FontAxis("wdth", 75), FontAxis("wght", 700),
      ])
    func ink(_ change: (inout TextRequest) -> Void) throws -> Rect {
      try #require(try library.layOut(words("A", in: "Fixture Axes", change)).lines[0].clusters[0].ink)
    }
    #expect(abs(try ink { $0.font.isItalic = true }.width - 100) < 0.01)
    let wide = try ink { $0.font.width = 125 }
    #expect(abs(wide.width - 90) < 0.01)
    let twice = try library.layOut(words("AA", in: "Fixture Axes") { $0.font.width = 125 })
    #expect(abs(twice.size.width - 220) < 0.01)
  }
}

@Suite("The system's fonts")
struct SystemFontTests {
  private static let system = [String(FixtureFontTests.folder)]

  @Test("are used only when they are asked for, after all others")
  func used() throws {
    let with = try FontLibrary(folders: [Bundle.folder], systemFolders: Self.system, usesSystem: true)
    #expect(with.families.contains("Fixture Axes") && with.families.contains("Inter"))
    let without = try FontLibrary(folders: [Bundle.folder], systemFolders: Self.system)
    #expect(!without.families.contains("Fixture Axes"))
    #expect(with.warnings.isEmpty)
  }

  @Test("are pointed at where a family is there and may not be used")
  func hint() throws {
    let without = try FontLibrary(folders: [Bundle.folder], systemFolders: Self.system)
    let there = without.problem(words("A", in: "fixture-axes"))
    #expect(there?.message == "there is no font \"fixture-axes\"")
    #expect(there?.hints.last?.hasPrefix("this machine has it: --system-fonts allows it") == true)
    let nowhere = without.problem(words("A", in: "Helvetica"))
    #expect(nowhere?.hints.last?.hasSuffix("never from the system unless asked") == true)
    let fallback = without.problem(words("A") { $0.font.fallbacks = ["Fixture Axes"] })
    #expect(fallback?.hints.last?.hasPrefix("this machine has it") == true)
  }

  @Test("lie where Linux keeps them")
  func folders() {
    let folders = SystemFonts.folders(home: "/home/ada")
    #expect(
      folders == [
        "/usr/share/fonts", "/usr/local/share/fonts", "/home/ada/.local/share/fonts", "/home/ada/.fonts",
      ])
    #expect(SystemFonts.folders(home: nil).count == 2)
  }
}

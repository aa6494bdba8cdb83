import Foundation
import Testing

@Suite("A machine's own fonts")
struct SystemFontTests {
  private let source = """
    import Libretto
    struct Words: Composition {
      var canvas: Canvas { .size(64, 36).lasting(1) }
      var body: Layers { Text("hello").font("Bebas Neue", size: 20) }
    }
    """

  /// An installation without fonts, and a home that has one family.
  private func surroundings() throws -> [String: String] {
    let (root, home) = (Workshop.file("bare"), Workshop.file("home"))
    let files = FileManager.default
    try files.createDirectory(atPath: root + "/Fonts", withIntermediateDirectories: true)
    try files.createDirectory(atPath: home + "/.fonts", withIntermediateDirectories: true)
    try files.copyItem(
      atPath: Command.root + "/Fonts/Bebas Neue/BebasNeue-Regular.otf", toPath: home + "/.fonts/b.otf")
    return ["LIBRETTO_ROOT": root, "HOME": home]
  }

  @Test("are used only when asked, and said to be there")
  func onlyWhenAsked() throws {
    let file = Workshop.file("words.swift")
    try Workshop.write(Array(source.utf8), to: file)
    // Compiled once where everything is at hand; a bare installation couldn't.
    let usual = try Command.run("timeline", file)
    #expect(usual.code == 0, "\(usual.errors)")
    let around = try surroundings()
    let without = try Command.run("timeline", file, environment: around)
    #expect(without.code == 65)
    #expect(without.errors.contains("--system-fonts"), "\(without.errors)")
    let with = try Command.run("timeline", file, "--system-fonts", environment: around)
    #expect(with.code == 0, "\(with.errors)")
  }
}

import Foundation
import Testing

@Suite("The samples in the documentation")
struct SampleTests {
  private static let blocks = Page.all.flatMap(\.blocks)

  @Test("compile")
  func compile() throws {
    let samples = Self.blocks.filter { $0.language == "swift" }.map(Sample.init)
    try #require(!samples.isEmpty)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("samples-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try samples.map { sample in
      let file = folder.appendingPathComponent(sample.fileName)
      try sample.source.write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    let arguments =
      ["-typecheck", "-wmo", "-swift-version", "6", "-parse-as-library", "-module-name", "Samples"]
      + ["-warnings-as-errors", "-diagnostic-style", "llvm", "-no-color-diagnostics"]
      + ["-I", BuiltPackage.modules, "-I", BuiltPackage.manifestModules]
      + ["-package-description-version", "6.2"]
    let (output, code) = try BuiltPackage.run(BuiltPackage.compiler, arguments + paths)
    let errors = output.components(separatedBy: "\n").filter { $0.contains(": error: ") }
    for error in errors { Issue.record("\(error)") }
    if errors.isEmpty { #expect(code == 0, "\(output)") }
  }

  /// So that no sample goes unchecked because of how its fence is spelled.
  @Test("are in a language that is known here")
  func languages() {
    let known = ["swift", "sh", "text", "json"]
    for block in Self.blocks where !known.contains(block.language) {
      Issue.record("\(block.page):\(block.line - 1): \"\(block.language)\" is none of \(known)")
    }
  }

  @Test("fit in their page's width")
  func width() {
    for block in Self.blocks {
      for (index, line) in block.lines.enumerated() where line.count > 108 {
        Issue.record("\(block.page):\(block.line + index): longer than 108 characters")
      }
    }
  }
}

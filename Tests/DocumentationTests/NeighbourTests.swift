import Foundation
import Testing

@Suite("The tests near a change")
struct NeighbourTests {
  private static let package = """
    {"targets": [
      {"name": "Words", "type": "regular", "dependencies": []},
      {"name": "Times", "type": "regular", "dependencies": [{"byName": ["Words", null]}]},
      {"name": "Films", "type": "regular", "dependencies": [{"byName": ["Times", null]}]},
      {"name": "Pieces", "type": "regular", "path": "Pieces", "dependencies": [{"byName": ["Films", null]}]},
      {"name": "WordsTests", "type": "test", "dependencies": [{"byName": ["Words", null]}]},
      {"name": "TimesTests", "type": "test", "dependencies": [{"byName": ["Times", null]}]},
      {"name": "FilmsTests", "type": "test",
        "dependencies": [{"byName": ["Films", null]}, {"byName": ["Pieces", null]}]},
      {"name": "DocumentationTests", "type": "test", "dependencies": []}
    ]}
    """

  @Test(
    "are those of what was changed, then those of what sees it",
    arguments: [
      ("Sources/Words/a.swift", "0 WordsTests\n1 TimesTests\n2 FilmsTests\n"),
      ("Sources/Times/a.swift", "0 TimesTests\n1 FilmsTests\n"),
      ("Pieces/picture.jpg", "1 FilmsTests\n"), ("Tests/TimesTests/a.swift", "0 TimesTests\n"),
      ("Docs/Time.md", "0 DocumentationTests\n"), ("LICENSE", ""),
      ("Package.swift", "0 DocumentationTests\n0 FilmsTests\n0 TimesTests\n0 WordsTests\n"),
    ])
  func nearest(path: String, tests: String) throws {
    let tool = Page.root.appendingPathComponent("Scripts/tool").path
    let (said, code) = try BuiltPackage.run(
      "/bin/sh", ["-c", "echo \"$1\" | $2 neighbours $3", "sh", Self.package, tool, path])
    #expect(code == 0 && said == tests, "\(said)")
  }
}

import Testing

@Suite("The version")
struct VersionTests {
  @Test("that is printed is the one the changelog begins with")
  func newest() throws {
    let (output, code) = try BuiltPackage.run(BuiltPackage.libretto, ["version"])
    try #require(code == 0, "\(output)")
    let heading = try #require(Page("CHANGELOG.md")?.lines.first { $0.hasPrefix("## ") })
    let number = heading.dropFirst(3).prefix { $0 != "," }
    #expect(output == "libretto \(number)\n")
  }
}

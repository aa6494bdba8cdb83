import Foundation
import Testing

@Suite("The lists in the documentation")
struct ListTests {
  /// A file that declares names, and the page that lists them.
  struct List: Sendable, CustomTestStringConvertible {
    let source: String
    let page: String
    var testDescription: String { "\(page) lists \(source)" }
  }

  private static let lists = [
    List(source: "Libretto/Language/Canvas.swift", page: "Language"),
    List(source: "Libretto/Type/TextStyle.swift", page: "Type"),
    List(source: "Libretto/Modifiers/Element+Place.swift", page: "Place"),
    List(source: "Primitives/Anchor.swift", page: "Place"),
    List(source: "Primitives/BlendMode.swift", page: "Place"),
    List(source: "Primitives/Color+Names.swift", page: "Place"),
    List(source: "Primitives/Easing.swift", page: "Motion"),
    List(source: "Primitives/Spring.swift", page: "Motion"),
    List(source: "Libretto/Transitions/Fades.swift", page: "Transitions"),
    List(source: "Libretto/Transitions/IrisShape.swift", page: "Transitions"),
    List(source: "Libretto/Transitions/Matte.swift", page: "Transitions"),
    List(source: "Timeline/Direction.swift", page: "Transitions"),
  ]

  @Test("are complete", arguments: lists)
  func complete(list: List) throws {
    let source = try String(
      contentsOf: Page.root.appendingPathComponent("Sources/\(list.source)"), encoding: .utf8)
    let page = try #require(Page("Docs/\(list.page).md")).text
    let constants = source.matches(of: /public static let (\w+)/).map { String($0.1) }
    let cases = source.matches(of: /\n  case ([a-z][^.:=\n]*)\n/).flatMap { match in
      String(match.1).replacing(/\([^)]*\)/, with: "").components(separatedBy: ", ")
    }
    try #require(!constants.isEmpty || !cases.isEmpty)
    for name in constants + cases where !page.contains("`.\(name)") {
      Issue.record("Docs/\(list.page).md doesn't list .\(name), of Sources/\(list.source)")
    }
  }
}

import Foundation
import Testing

@Suite("The language as it is written down")
struct LanguageTests {
  private static let source = """
    public protocol Shape: Sendable { var area: Double { get } }
    extension Shape {
      /// Twice as large.
      public func doubled(_ times: Int = 1) -> Double { area }
    }
    /// With corners.
    public struct Square: Shape, Hashable {
      public enum Corner { case sharp, round(by: Double) }
      public var area: Double { 1 }
      package var side: Double { 1 }
      public init() {}
    }
    extension Shape where Self == Square {
      public static var unit: Square { Square() }
    }
    extension Array where Element == Square { public var areas: [Double] { map(\\.area) } }
    @available(*, unavailable, message: "there are no circles") public struct Circle {}
    """

  private static let text = """
    extension Array where Element == Square
      var areas: [Double] { get }

    protocol Shape: Sendable
      var area: Double { get }

    extension Shape
      func doubled(_ times: Int = 1) -> Double

    extension Shape where Self == Square
      static var unit: Square { get }

    struct Square: Equatable, Hashable, Sendable, Shape
      var area: Double { get }
      init()

    enum Square.Corner
      case round(by: Double)
      case sharp

    """

  @Test("has a line for each public declaration, and none for what nobody can say")
  func lines() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("language-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Shapes.swift").path
    try Self.source.write(toFile: file, atomically: true, encoding: .utf8)
    let module = folder.appendingPathComponent("Shapes.swiftmodule").path
    let (said, compiled) = try BuiltPackage.run(
      BuiltPackage.compiler,
      ["-emit-module", "-module-name", "Shapes", "-package-name", "shapes", file, "-o", module])
    try #require(compiled == 0, "\(said)")
    let script = Page.root.appendingPathComponent("Scripts/language").path
    let (printed, code) = try BuiltPackage.run(script, ["--of", "Shapes", folder.path])
    #expect(code == 0 && printed == Self.text, "\(printed)")
  }

  @Test("stands on each page that asks for its signatures as it is")
  func signatures() throws {
    let script = Page.root.appendingPathComponent("Scripts/language").path
    let (stale, code) = try BuiltPackage.run(script, ["--stale"])
    #expect(code == 0 && stale.isEmpty, "Scripts/language --signatures writes them anew:\n\(stale)")
    let asking = Page.all.filter { $0.text.contains("<!-- signatures: ") }
    #expect(asking.count >= 12)
  }
}

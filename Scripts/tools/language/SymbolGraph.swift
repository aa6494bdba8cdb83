import Foundation

/// What `swift symbolgraph-extract` wrote: declarations, and how they belong together.
struct SymbolGraph: Decodable {
  private(set) var symbols: [Symbol] = []
  private(set) var relationships: [Relationship] = []

  /// All graphs in a folder as one.
  init(folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".symbols.json") {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
      let graph = try JSONDecoder().decode(SymbolGraph.self, from: data)
      symbols += graph.symbols
      relationships += graph.relationships
    }
  }
}

/// A public declaration.
struct Symbol: Decodable {
  struct Kind: Decodable { let identifier: String }
  struct Identifier: Decodable { let precise: String }
  struct Fragment: Decodable { let kind, spelling: String }
  struct Comment: Decodable {}
  struct Location: Decodable {}
  /// The conditions of an extension, or of a generic type.
  struct Conditions: Decodable { let constraints: [Constraint]? }

  private let kind: Kind
  private let identifier: Identifier
  private let docComment: Comment?
  private let location: Location?
  private let swiftExtension: Conditions?
  private let swiftGenerics: Conditions?
  let pathComponents: [String]
  let declarationFragments: [Fragment]

  var id: String { identifier.precise }
  /// Such as `LineCaptions.Entrance.pop`.
  var path: String { pathComponents.joined(separator: ".") }
  var owner: String { pathComponents.dropLast().joined(separator: ".") }
  /// Whether its comment, or that of the requirement which it implements, is there.
  var isCommented: Bool { docComment != nil }
  /// Whether somebody wrote it, rather than the compiler.
  var isWritten: Bool { location != nil }
  /// Whether it stands for an extension of somebody else's type, whose members are declarations of their own.
  var isExtension: Bool { kind.identifier == "swift.extension" }
  var isType: Bool { Symbol.types.contains(kind.identifier) }
  /// What its extension asks of the type it extends, such as `Value == Measure`.
  var conditions: [String] { (swiftExtension?.constraints ?? []).map(\.text) }
  /// What a generic type asks of its parameters.
  var demands: [String] { (swiftGenerics?.constraints ?? []).map(\.text) }

  private static let types: Set = [
    "swift.struct", "swift.enum", "swift.class", "swift.protocol", "swift.actor",
  ]
}

/// A condition of an extension or a conformance.
struct Constraint: Decodable {
  private let kind, lhs, rhs: String

  var text: String { kind == "sameType" ? "\(lhs) == \(rhs)" : "\(lhs): \(rhs)" }
}

/// How two declarations belong together.
struct Relationship: Decodable {
  let kind, source, target: String
  /// The target's name, if it is declared elsewhere: `Swift.Hashable`.
  let targetFallback: String?
  let swiftConstraints: [Constraint]?
}

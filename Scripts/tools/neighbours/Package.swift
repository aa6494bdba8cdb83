import Foundation

/// What `swift package dump-package` says of a package: its targets, and the arrows between them.
struct Package: Decodable {
  let targets: [Target]
}

struct Target: Decodable {
  private let path: String?
  private let type: String
  private let dependencies: [Dependency]
  let name: String

  var isTest: Bool { type == "test" }
  /// The folder its sources are in, from the package's root.
  var folder: String { path ?? "\(isTest ? "Tests" : "Sources")/\(name)" }
  /// The targets that it sees. The documentation's tests name none, yet compile what authors would.
  var seen: [String] {
    name == "DocumentationTests" ? ["Libretto", "LibrettoCLI"] : dependencies.compactMap(\.name)
  }
}

/// Another target of the package, as `{"byName": ["Primitives", null]}`.
private struct Dependency: Decodable {
  let byName: [String?]?

  var name: String? { byName?.first ?? nil }
}

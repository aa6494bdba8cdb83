/// The tests that are near what was changed.
struct Neighbourhood {
  private let package: Package
  /// The targets that were changed; of their sources, or of other files that they read.
  private let changed: Set<String>

  /// What is read of other folders, and by whom.
  private static let readers = [
    ("Fonts/", ["Typography"]), ("Docs/Gallery/", ["RasterTests"]), ("Docs/", ["DocumentationTests"]),
    ("Scripts/", ["DocumentationTests"]), ("README.md", ["DocumentationTests"]),
    ("CONTRIBUTING.md", ["DocumentationTests"]), ("CHANGELOG.md", ["DocumentationTests"]),
  ]
  private static let readByAll = ["Package.swift", "Scripts/setup"]

  init(of paths: [String], in package: Package) {
    self.package = package
    let names = paths.flatMap { path in
      if Self.readByAll.contains(path) { return package.targets.map(\.name) }
      if let target = package.targets.first(where: { path.hasPrefix($0.folder + "/") }) {
        return [target.name]
      }
      return Self.readers.first { path.hasPrefix($0.0) }?.1 ?? []
    }
    changed = Set(names)
  }

  /// Test targets, each with how many arrows it is from a change: the tests of what was changed are 0 away, those
  /// of a target that sees it 1, and so on. Those that no change reaches aren't among them.
  var distances: [String: Int] {
    var reached = Dictionary(uniqueKeysWithValues: changed.map { ($0, 0) })
    var (edge, step) = (changed, 0)
    while !edge.isEmpty {
      step += 1
      let next = package.targets.filter { reached[$0.name] == nil && !edge.isDisjoint(with: $0.seen) }
      edge = Set(next.map(\.name))
      for name in edge { reached[name] = step }
    }
    var distances: [String: Int] = [:]
    for test in package.targets where test.isTest {
      guard let own = reached[test.name] else { continue }
      let tested = String(test.name.dropLast("Tests".count))
      distances[test.name] = min(own, reached[tested] ?? own)
    }
    return distances
  }
}

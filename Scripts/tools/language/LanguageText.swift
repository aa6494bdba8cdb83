/// A language as text: a block for each type and each extension, a line for each declaration, in alphabetical order.
///
/// What the compiler adds of itself is seen in the conformances alone.
struct LanguageText {
  private var blocks: [Block] = []
  /// The paths of what somebody wrote and nobody explained.
  private(set) var uncommented: [String] = []

  private struct Block {
    let head: String
    /// By name first, so that overloads stand together.
    var members: [(name: String, line: String)] = []

    var text: String {
      let sorted = members.sorted { ($0.name, $0.line) < ($1.name, $1.line) }
      return ([head] + sorted.map { "  \($0.line)" }).map { $0 + "\n" }.joined()
    }
  }

  init(_ graph: SymbolGraph) {
    let written = graph.symbols.filter { $0.isWritten && !$0.isExtension }
    let types = Dictionary(written.filter(\.isType).map { ($0.path, $0) }) { first, _ in first }
    let required = Set(graph.relationships.filter { $0.kind.hasSuffix("equirementOf") }.map(\.source))
    let conformances = Conformances(graph)

    var found: [String: Block] = [:]
    for symbol in types.values {
      found[symbol.path] = Block(head: symbol.head(conforming: conformances.of(symbol)))
    }
    for symbol in written where !symbol.isType {
      let (owner, demands) = (symbol.owner, types[symbol.owner]?.demands ?? [])
      let conditions = symbol.conditions.filter { !demands.contains($0) }.joined(separator: ", ")
      let isInside = types[owner].map { !$0.isProtocol || required.contains(symbol.id) } ?? false
      let head = "extension \(owner)" + (conditions.isEmpty ? "" : " where \(conditions)")
      let key = owner.isEmpty || isInside && conditions.isEmpty ? owner : "\(owner) \(head)"
      found[key, default: Block(head: owner.isEmpty ? "of no type" : head)].members
        .append((symbol.pathComponents.last ?? "", symbol.text))
    }
    blocks = found.sorted { $0.key < $1.key }.map(\.value)
    uncommented = written.filter { !$0.isCommented }.map(\.path).sorted()
  }

  var text: String { blocks.map(\.text).joined(separator: "\n") }
}

extension Symbol {
  fileprivate var isProtocol: Bool { text.hasPrefix("protocol ") }

  fileprivate var text: String {
    let parts = declarationFragments.map(\.spelling).joined()
    return parts.split { $0.isNewline || $0 == " " }.joined(separator: " ").replacing(" : ", with: ": ")
  }

  /// A type's own line: with the names of the types it is in, and what it conforms to.
  fileprivate func head(conforming conformances: [String]) -> String {
    let text = text.replacing(pathComponents.last ?? "", with: path, maxReplacements: 1)
    guard !isProtocol, !conformances.isEmpty else { return text }
    let list = ": " + conformances.joined(separator: ", ")
    guard let conditions = text.firstRange(of: " where ") else { return text + list }
    return text[..<conditions.lowerBound] + list + text[conditions.lowerBound...]
  }
}

/// What types conform to.
private struct Conformances {
  private var names: [String: [String]] = [:]
  /// What nearly all types are.
  private static let usual: Set = ["Copyable", "Escapable", "SendableMetatype"]

  init(_ graph: SymbolGraph) {
    let symbols = Dictionary(graph.symbols.map { ($0.id, $0) }) { first, _ in first }
    for link in graph.relationships where ["conformsTo", "inheritsFrom"].contains(link.kind) {
      let foreign = link.targetFallback.map { $0.split(separator: ".").dropFirst().joined(separator: ".") }
      let name = symbols[link.target]?.path ?? foreign ?? link.target
      guard !Self.usual.contains(name) else { continue }
      let demands = symbols[link.source]?.demands ?? []
      let conditions = (link.swiftConstraints ?? []).map(\.text).filter { !demands.contains($0) }
      let suffix = conditions.isEmpty ? "" : " (where \(conditions.joined(separator: ", ")))"
      names[link.source, default: []].append(name + suffix)
    }
  }

  func of(_ symbol: Symbol) -> [String] { Set(names[symbol.id] ?? []).sorted() }
}

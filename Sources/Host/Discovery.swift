internal import CEngine
package import Libretto
import Synchronization

/// The compositions that are linked into this process.
package enum Discovery {
  /// Those a `Repertoire` named, else the one that runs the program and all that can be found; by name.
  package static var compositions: [any Composition.Type] {
    let named = RepertoireList.named.withLock { $0 }
    if !named.isEmpty { return inOrder(named) }
    let main = RepertoireList.main.withLock { $0 }
    let found = allStructs.compactMap { $0 as? any Composition.Type }
    return inOrder(main + found.filter { type in !main.contains { $0 == type } })
  }

  private static func inOrder(_ types: [any Composition.Type]) -> [any Composition.Type] {
    types.sorted { (name(of: $0), fullName(of: $0)) < (name(of: $1), fullName(of: $1)) }
  }

  /// A composition's name as its author wrote it.
  package static func name(of type: any Composition.Type) -> String { "\(type)" }

  /// The name with the types around it, such as `Drafts.Teaser`; it tells apart what is named alike.
  package static func fullName(of type: any Composition.Type) -> String {
    let name = String(reflecting: type)
    guard let dot = name.firstIndex(of: ".") else { return name }
    return String(name[name.index(after: dot)...])
  }

  /// The C function is `libretto_each_struct`.
  private static var allStructs: [Any.Type] {
    var found: [Any.Type] = []
    withUnsafeMutablePointer(to: &found) { list in
      libretto_each_struct(
        { type, list in
          guard let type, let list else { return }
          list.assumingMemoryBound(to: [Any.Type].self).pointee.append(
            unsafeBitCast(type, to: Any.Type.self))
        }, list)
    }
    return found
  }
}

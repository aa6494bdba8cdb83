package import Synchronization

/// The compositions that this program's own code named.
package enum RepertoireList {
  /// All there are, where a `Repertoire` runs the program.
  package static let named = Mutex<[any Composition.Type]>([])
  /// The one that runs the program, if one does; there may be others.
  package static let main = Mutex<[any Composition.Type]>([])
}

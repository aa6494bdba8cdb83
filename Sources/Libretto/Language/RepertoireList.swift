package import Synchronization

/// What a `Repertoire` named, if one runs this program.
package enum RepertoireList {
  package static let compositions = Mutex<[any Composition.Type]>([])
}

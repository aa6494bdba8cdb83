package import Primitives
import Synchronization

/// What filters need that takes time to make: tables of colors and noise, made once and shared by all workers.
package final class FilterStore: Sendable {
  private let load: @Sendable (Fingerprint) throws(Problem) -> ColorTable
  private let tables = Mutex<[Fingerprint: PreparedTable]>([:])
  private let grains = Mutex<[GrainTile.Kind: GrainTile]>([:])
  /// Of tiles; a size that is animated would otherwise leave one for each frame.
  private static let mostGrains = 8

  /// - Parameter load: reads the table with a digest.
  package init(load: @escaping @Sendable (Fingerprint) throws(Problem) -> ColorTable) { self.load = load }

  /// For drawings that name none.
  package static var withoutTables: FilterStore {
    FilterStore { digest throws(Problem) in throw Problem(.bug, "the color table \(digest) isn't here") }
  }

  func table(_ digest: Fingerprint) throws(Problem) -> PreparedTable {
    try tables.withLock { tables throws(Problem) in
      if let table = tables[digest] { return table }
      let table = PreparedTable(try load(digest))
      tables[digest] = table
      return table
    }
  }

  /// Grains of one size, fine or as film has them.
  func grain(size: Double, ofFilm isFilm: Bool = false) -> GrainTile {
    // Nobody sees the difference of a thirty-second of a pixel.
    let size = max(0.25, min(64, (size * 32).rounded() / 32))
    let kind = GrainTile.Kind(size: size, isFilm: isFilm)
    return grains.withLock { grains in
      if let tile = grains[kind] { return tile }
      if grains.count >= FilterStore.mostGrains { grains.removeAll() }
      let tile = GrainTile(kind)
      grains[kind] = tile
      return tile
    }
  }
}

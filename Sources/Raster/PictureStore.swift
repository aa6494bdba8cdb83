package import Primitives
import Synchronization

/// The pictures of a film, decoded once each and shared by all workers.
package final class PictureStore: Sendable {
  private let load: @Sendable (Fingerprint) throws(Problem) -> Bitmap
  private let shelf = Mutex(Shelf())
  private let byteLimit: Int

  /// - Parameter load: decodes the file with a digest.
  package init(
    byteLimit: Int = 1 << 30, load: @escaping @Sendable (Fingerprint) throws(Problem) -> Bitmap
  ) {
    self.byteLimit = byteLimit
    self.load = load
  }

  private struct Shelf {
    var pictures: [Fingerprint: Slot] = [:]
    var clock: UInt64 = 0
  }

  /// One picture; its lock lets one worker decode while others that need it wait.
  private final class Slot: Sendable {
    let pyramid = Mutex<Pyramid?>(nil)
    let lastUse = Mutex<UInt64>(0)
  }

  func pyramid(of digest: Fingerprint) throws(Problem) -> Pyramid {
    let slot = shelf.withLock { shelf in
      shelf.clock += 1
      let slot = shelf.pictures[digest] ?? Slot()
      slot.lastUse.withLock { $0 = shelf.clock }
      shelf.pictures[digest] = slot
      return slot
    }
    let result = slot.pyramid.withLock { pyramid -> Result<(Pyramid, fresh: Bool), Problem> in
      if let pyramid { return .success((pyramid, false)) }
      do throws(Problem) {
        let made = Pyramid(try load(digest))
        pyramid = made
        return .success((made, true))
      } catch {
        return .failure(error)
      }
    }
    let (pyramid, fresh) = try result.get()
    if fresh { evict(keeping: digest) }
    return pyramid
  }

  /// Drops what was used longest ago until the rest fits the limit. Whoever paints with a dropped
  /// picture keeps it until the frame is done.
  private func evict(keeping digest: Fingerprint) {
    shelf.withLock { shelf in
      var sizes = shelf.pictures.compactMap { key, slot -> (Fingerprint, UInt64, Int)? in
        guard let bytes = slot.pyramid.withLockIfAvailable({ $0?.byteCount ?? 0 }) else { return nil }
        return (key, slot.lastUse.withLock { $0 }, bytes)
      }
      sizes.sort { $0.1 < $1.1 }
      var total = sizes.reduce(0) { $0 + $1.2 }
      for (key, _, bytes) in sizes where total > byteLimit && key != digest {
        shelf.pictures[key] = nil
        total -= bytes
      }
    }
  }
}

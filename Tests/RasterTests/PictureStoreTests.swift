import Primitives
import Synchronization
import Testing

@testable import Raster

@Suite("A picture store")
struct PictureStoreTests {
  /// The numbers of pictures in the order in which they were decoded.
  private final class Visits: Sendable {
    let numbers = Mutex<[UInt64]>([])
  }

  /// Pictures of 100×100 pixels, 40 kB each.
  private func store(_ byteLimit: Int, _ visits: Visits) -> PictureStore {
    PictureStore(byteLimit: byteLimit) { digest, _ throws(Problem) in
      visits.numbers.withLock { $0.append(digest.low) }
      return .noise(width: 100, height: 100, seed: digest.low, isOpaque: true)
    }
  }

  private func show(_ numbers: [UInt64], at scale: Double, in store: PictureStore) throws {
    for number in numbers { _ = try store.level(of: Fingerprint(high: 0, low: number), forScale: scale) }
  }

  @Test("decodes a picture again only if others took its room")
  func limit() throws {
    let visits = Visits()
    let store = store(90_000, visits)
    try show([1, 2, 1, 3, 1, 2], at: 1, in: store)
    #expect(visits.numbers.withLock { $0 } == [1, 2, 3, 2])
  }

  @Test("drops what was used longest ago also when a picture is enlarged")
  func enlarging() throws {
    let visits = Visits()
    let store = store(230_000, visits)
    try show([1, 2], at: 1, in: store)
    // Twice as wide and high, the second takes 200 kB.
    try show([2], at: 2, in: store)
    try show([2, 1], at: 1, in: store)
    #expect(visits.numbers.withLock { $0 } == [1, 2, 1])
  }
}

import Lyrics
import Synchronization

/// What was worked out while a composition is evaluated, and is asked for again and again.
final class AuthoringMemory: Sendable {
  private let sheets = Mutex<[LyricSheet: Lyrics.LyricSheet?]>([:])
  private let lastMove = Mutex<AutoMove.Kind?>(nil)
  private let grids = Mutex<[[AssetPath?]: SongGrid?]>([:])

  /// A sheet with all its times, made the first time.
  func model(of sheet: LyricSheet, _ make: () -> Lyrics.LyricSheet?) -> Lyrics.LyricSheet? {
    sheets.withLock { AuthoringMemory.recall(sheet, in: &$0, make) }
  }

  /// The grid of beats that were heard in a file, made the first time.
  func grid(
    heardIn path: AssetPath, _ corrections: AssetPath?, _ make: () -> SongGrid?
  ) -> SongGrid? {
    grids.withLock { AuthoringMemory.recall([path, corrections], in: &$0, make) }
  }

  /// The first of some moves that isn't the last picture's.
  func next(of kinds: [AutoMove.Kind]) -> AutoMove.Kind {
    lastMove.withLock { last in
      let next = kinds.first { $0 != last } ?? .nearer
      last = next
      return next
    }
  }

  private static func recall<Key: Hashable, Value>(
    _ key: Key, in known: inout [Key: Value?], _ make: () -> Value?
  ) -> Value? {
    if let value = known[key] { return value }
    let value = make()
    known[key] = .some(value)
    return value
  }
}

import Lyrics
import Primitives
import Synchronization
import Timeline

/// What was worked out while a composition is evaluated, and is asked for again and again.
final class AuthoringMemory: Sendable {
  /// A sheet with all its times.
  let sheets = Mutex<[LyricSheet: Lyrics.LyricSheet?]>([:])
  /// The grid of beats that were heard in a file.
  let grids = Mutex<[HeardGrid: SongGrid?]>([:])

  /// What captions come to, by the line that asked for them.
  let captions = Mutex<[CaptionSummary]>([])

  /// Whether a component is in itself; what else is wrong then is only its consequence.
  let isEndless = Mutex(false)

  /// All that says where the beats of a song were heard.
  struct HeardGrid: Hashable {
    var song: AssetPath
    var corrections: AssetPath?
  }
}

extension Mutex {
  /// What is known for a key, worked out the first time; nothing is locked meanwhile.
  func known<Key: Hashable & Sendable, Known: Sendable>(
    for key: Key, _ workOut: () -> Known?
  ) -> Known? where Value == [Key: Known?] {
    if let known = withLock({ $0[key] }) { return known }
    let new = workOut()
    withLock { $0[key] = .some(new) }
    return new
  }
}

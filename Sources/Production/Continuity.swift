package import Media
package import Primitives
import Synchronization

/// Sees to it that the files a film is made of stay as they are while it is made.
///
/// A picture, sheet or table is read once and whole, and what comes of it is kept under what was read. A clip or a song
/// is read all the time: whatever is made of one is looked after before it is kept.
package final class Continuity: Sendable {
  private let files = Mutex<[String: KnownFile]>([:])

  package init() {}

  /// From now on a file is to stay as it was when it was first looked at.
  package func note(_ file: KnownFile) {
    files.withLock { files in
      // Of two looks at one file, the one that asks for more counts.
      if let before = files[file.path], before.digest != file.digest || before.isStreamed { return }
      files[file.path] = file
    }
  }

  /// Throws if a clip or song isn't any more what it was, so that what was just made of it may be a mixture.
  package func checkStreams() throws(Problem) {
    try check(files.withLock { $0.values.filter(\.isStreamed) })
  }

  /// Throws if any file isn't any more what it was.
  package func check() throws(Problem) { try check(files.withLock { Array($0.values) }) }

  private func check(_ files: [KnownFile]) throws(Problem) {
    for file in files.sorted(by: { $0.path < $1.path }) { try file.check() }
  }

  /// What is made of clips and songs, unless one of them changed meanwhile: then that is what is wrong.
  package func keeping<Made: ~Copyable>(
    _ make: () throws(Problem) -> Made
  ) throws(Problem) -> Made {
    let made: Made
    do throws(Problem) {
      made = try make()
    } catch {
      if error.kind == .badInput || error.kind == .inputOutput || error.kind == .missingInput {
        try checkStreams()
      }
      throw error
    }
    try checkStreams()
    return made
  }
}

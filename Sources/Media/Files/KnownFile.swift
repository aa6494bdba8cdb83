package import Primitives
internal import Synchronization

/// A file as it was when it was looked at.
package final class KnownFile: Sendable {
  package let path: String
  /// Of its bytes.
  package let digest: Fingerprint
  /// Whether it is read again and again while a film is made, rather than once and whole.
  package let isStreamed: Bool
  private let stamp: Mutex<FileStamp>

  /// - Parameter stamp: taken before the bytes were read that have the digest.
  init(_ path: String, _ stamp: FileStamp, digest: Fingerprint, isStreamed: Bool) {
    self.path = path
    self.digest = digest
    self.isStreamed = isStreamed
    self.stamp = Mutex(stamp)
  }

  /// Looks at a file.
  package static func look(at path: String, isStreamed: Bool) throws(Problem) -> KnownFile {
    let file = try InputFile.open(path)
    return KnownFile(path, file.stamp, digest: try file.digest(), isStreamed: isStreamed)
  }

  /// Throws unless all that was read of it since it was looked at is what was looked at.
  ///
  /// That is so as long as it wasn't touched. A file with another name, other rights or another date is still
  /// the same if its bytes are; but of one that is streamed and was written into, anything may have been read,
  /// whatever is in it now.
  package func check() throws(Problem) {
    let known = stamp.withLock { $0 }
    guard let now = FileStamp(of: path) else { throw KnownFile.changed(path) }
    if now == known { return }
    guard !isStreamed || !now.isRewritten(since: known) else { throw KnownFile.changed(path) }
    let file = try InputFile.open(path)
    guard try file.digest() == digest, FileStamp(of: path) == file.stamp else {
      throw KnownFile.changed(path)
    }
    stamp.withLock { $0 = file.stamp }
  }

  /// What to say of a file that is another one by now.
  package static func changed(_ path: String) -> Problem {
    Problem(.temporary, "\(path) changed while the film was made", hints: "run the same command again")
  }
}

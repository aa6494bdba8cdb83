import Foundation
package import Media
package import Primitives
import Synchronization

/// Segments and sounds that were made before, kept on disk by all that they depend on.
///
/// Several renders may share it. What is read is verified; what is damaged is dropped and made anew. A
/// film is the same with it and without it.
package final class RenderCache: Sendable {
  /// What the cache may grow to without being asked.
  package static let usualLimit = 10_000_000_000

  package let kept: KeptFiles
  private let warn: @Sendable (String) -> Void
  private let hasWarned = Mutex(false)

  /// - Parameter warn: called once at most, when something can't be read or kept.
  package init(
    folder: String = Installation.cache + "/segments", warn: @escaping @Sendable (String) -> Void
  ) {
    kept = KeptFiles(in: folder)
    self.warn = warn
  }

  package var folder: String { kept.folder }

  /// Whether there is an entry; whether it is whole is seen when it is read.
  package func holds(_ key: Fingerprint) -> Bool {
    FileManager.default.fileExists(atPath: kept.path(of: key))
  }

  package func segment(_ key: Fingerprint) -> EncodedSegment? {
    body(of: key).flatMap { EncodedSegment(bytes: $0[...]) }
  }

  package func keep(_ segment: EncodedSegment, as key: Fingerprint) { keep(segment.bytes, as: key) }

  package func sound(_ key: Fingerprint) -> EncodedSound? {
    body(of: key).flatMap { EncodedSound(bytes: $0[...]) }
  }

  package func keep(_ sound: EncodedSound, as key: Fingerprint) { keep(sound.bytes, as: key) }

  /// Forgets what was used longest ago until the rest fits a limit.
  package func prune(to limit: Int) { kept.prune(to: limit) }

  /// Forgets everything, also what the last render of each composition was made of.
  package func clear() {
    kept.clear()
    // What can't be removed describes segments that aren't there, and is replaced by the next render.
    try? FileManager.default.removeItem(atPath: "\(folder)/ledgers")
  }

  private func body(of key: Fingerprint) -> [UInt8]? {
    if let body = kept.bytes(of: key) { return body }
    guard holds(key) else { return nil }
    warnOnce("\(kept.path(of: key)) is damaged or may be somebody else's, and is made anew")
    // If it can't be removed, it is found damaged again.
    try? FileManager.default.removeItem(atPath: kept.path(of: key))
    return nil
  }

  private func keep(_ body: [UInt8], as key: Fingerprint) {
    do throws(Problem) {
      try kept.keep(body, as: key)
    } catch {
      warnOnce("what was rendered can't be kept for the next time: \(error.message)")
    }
  }

  private func warnOnce(_ words: String) {
    let isFirst = hasWarned.withLock { hasWarned in
      defer { hasWarned = true }
      return !hasWarned
    }
    if isFirst { warn(words) }
  }
}

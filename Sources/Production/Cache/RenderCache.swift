import Foundation
package import Media
package import Primitives
import Synchronization

/// Segments and sounds that were made before, kept on disk by all that they depend on.
///
/// Several renders may share it. What is read is verified; what is damaged is dropped and made anew. A
/// film is the same with it and without it.
package final class RenderCache: Sendable {
  package let folder: String
  private let warn: @Sendable (String) -> Void
  private let hasWarned = Mutex(false)

  /// - Parameter warn: called once at most, when something can't be read or kept.
  package init(
    folder: String = Installation.cache + "/segments", warn: @escaping @Sendable (String) -> Void
  ) {
    self.folder = folder
    self.warn = warn
  }

  /// Whether there is an entry; whether it is whole is seen when it is read.
  package func holds(_ key: Fingerprint) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(key)")
  }

  package func segment(_ key: Fingerprint) -> EncodedSegment? {
    body(of: key).flatMap { EncodedSegment(bytes: $0[...]) }
  }

  package func keep(_ segment: EncodedSegment, as key: Fingerprint) { keep(segment.bytes, as: key) }

  package func sound(_ key: Fingerprint) -> EncodedSound? {
    body(of: key).flatMap { EncodedSound(bytes: $0[...]) }
  }

  package func keep(_ sound: EncodedSound, as key: Fingerprint) { keep(sound.bytes, as: key) }

  private func body(of key: Fingerprint) -> [UInt8]? {
    let path = "\(folder)/\(key)"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let entry = CacheEntry(Array(data)), entry.key == key else {
      warnOnce("\(path) is damaged, and is made anew")
      // If it can't be removed, it is found damaged again.
      try? FileManager.default.removeItem(atPath: path)
      return nil
    }
    // A date that can't be set only makes this entry look older than it is.
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    return entry.body
  }

  private func keep(_ body: [UInt8], as key: Fingerprint) {
    do throws(Problem) {
      try makeFolder()
      let file = try UnfinishedFile.create(for: "\(folder)/\(key)")
      try file.write(CacheEntry(key: key, body: body).bytes())
      try file.publish()
    } catch {
      warnOnce("what was rendered can't be kept for the next time: \(error.message)")
    }
  }

  private func makeFolder() throws(Problem) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Problem(.cannotCreate, "can't make the folder \(folder)", hints: error.localizedDescription)
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

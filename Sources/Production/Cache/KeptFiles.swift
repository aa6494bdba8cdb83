import Foundation
import Media
import Primitives

/// A folder of entries that vouch for themselves, each under its key, of which those used longest ago go first.
///
/// What somebody else may have written isn't believed.
package struct KeptFiles: Sendable {
  package let folder: String

  package init(in folder: String) { self.folder = folder }

  func path(of key: Fingerprint) -> String { "\(folder)/\(key)" }

  /// What is kept under a key, if every byte of it is as it was.
  func bytes(of key: Fingerprint) -> [UInt8]? {
    guard let bytes = WholeFile.ownBytes(of: path(of: key)), let entry = CacheEntry(bytes), entry.key == key
    else { return nil }
    // A date that can't be set only makes this entry look older than it is.
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path(of: key))
    return entry.body
  }

  func keep(_ body: [UInt8], as key: Fingerprint) throws(Problem) {
    try PrivateFolder.settle(folder)
    let file = try UnfinishedFile.create(for: path(of: key), isPrivate: true)
    try file.write(CacheEntry(key: key, body: body).bytes())
    try file.publish()
  }

  /// How many entries there are, and how large they are together.
  package var size: (count: Int, bytes: Int) {
    let entries = entries
    return (entries.count, entries.reduce(0) { $0 + $1.bytes })
  }

  /// Forgets what was used longest ago until the rest fits a limit, and what was left unfinished a day ago.
  package func prune(to limit: Int) {
    let entries = entries.sorted { $0.lastUse > $1.lastUse }
    let yesterday = Date().addingTimeInterval(-86_400)
    var kept = 0
    for entry in entries {
      let isUnfinished = entry.name.hasPrefix(".")
      if isUnfinished ? entry.lastUse > yesterday : kept + entry.bytes <= limit {
        kept += entry.bytes
      } else {
        // What can't be removed stays until the next time.
        try? FileManager.default.removeItem(atPath: "\(folder)/\(entry.name)")
      }
    }
  }

  /// Forgets everything but what is being written.
  package func clear() { prune(to: -1) }

  private var entries: [(name: String, bytes: Int, lastUse: Date)] {
    // A folder that isn't there is an empty one.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)"),
        facts[.type] as? FileAttributeType == .typeRegular
      else { return nil }
      return (name, facts[.size] as? Int ?? 0, facts[.modificationDate] as? Date ?? .distantPast)
    }
  }
}

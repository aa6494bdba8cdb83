import Foundation
import Media
import Primitives
import Production

/// Where compiled pieces are kept. They are run, so nobody else may have written them.
enum ScriptCache {
  static var folder: String { Installation.cache + "/pieces" }

  private static let entryLimit = 64

  /// Sees to it that nobody else can write to the cache, before anything in it is believed.
  static func settle() throws(Problem) {
    for folder in [Installation.cache, folder] { try PrivateFolder.settle(folder) }
  }

  /// A new folder to compile in.
  static func scratch() throws(Problem) -> String {
    try settle()
    let path =
      "\(folder)/.new-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
    try PrivateFolder.settle(path)
    return path
  }

  /// The program in a kept folder, if it is the one that was kept; a damaged folder, or one that somebody else
  /// may have written to, is thrown away.
  static func program(in folder: String) -> String? {
    let program = folder + "/piece"
    guard FileManager.default.fileExists(atPath: folder) else { return nil }
    guard PrivateFolder.isPrivate(folder), FileManager.default.isExecutableFile(atPath: program),
      let digest = digest(of: program), digest == WholeFile.ownBytes(of: folder + "/digest")
    else {
      discard(folder)
      return nil
    }
    touch(folder)
    return program
  }

  private static func digest(of program: String) -> [UInt8]? {
    WholeFile.ownBytes(of: program).map { Array("\(Fingerprint(of: $0))\n".utf8) }
  }

  /// Gives a finished folder its name. Whoever came first with the same one stays: they are equal.
  static func keep(_ scratch: String, as folder: String) throws(Problem) {
    PrivateFolder.close(scratch + "/piece")
    if let digest = digest(of: scratch + "/piece") {
      let file = try UnfinishedFile.create(for: scratch + "/digest", isPrivate: true)
      try file.write(digest)
      try file.publish()
    }
    do {
      try FileManager.default.moveItem(atPath: scratch, toPath: folder)
    } catch {
      guard program(in: folder) != nil else {
        throw Problem(
          .cannotCreate, "can't write to the cache folder \(self.folder)", hints: error.localizedDescription
        )
      }
    }
    evict()
  }

  static func discard(_ scratch: String) {
    // Nothing is lost if it stays: it is evicted in its turn.
    try? FileManager.default.removeItem(atPath: scratch)
  }

  private static func touch(_ folder: String) {
    // A date that can't be set only makes this entry look older than it is.
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder)
  }

  /// Forgets what was used longest ago.
  private static func evict() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let dated = names.map { name -> (String, Date) in
      let path = "\(folder)/\(name)"
      let facts = try? FileManager.default.attributesOfItem(atPath: path)
      return (path, facts?[.modificationDate] as? Date ?? .distantPast)
    }
    for (path, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(entryLimit) { discard(path) }
  }
}

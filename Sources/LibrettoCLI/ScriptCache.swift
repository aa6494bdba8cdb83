import Foundation
import Primitives
import Production

/// Where compiled pieces are kept.
enum ScriptCache {
  static var folder: String { Installation.cache + "/pieces" }

  private static let entryLimit = 64

  /// A new folder to compile in.
  static func scratch() throws(Problem) -> String {
    let path =
      "\(folder)/.new-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Problem(
        .cannotCreate, "can't write to the cache folder \(folder)", hints: error.localizedDescription,
        "choose another: LIBRETTO_CACHE_DIR=FOLDER")
    }
    return path
  }

  /// The program in a kept folder, if it is the one that was kept; a damaged folder is thrown away.
  static func program(in folder: String) -> String? {
    let program = folder + "/piece"
    guard FileManager.default.fileExists(atPath: folder) else { return nil }
    guard FileManager.default.isExecutableFile(atPath: program), let digest = digest(of: program),
      digest == FileManager.default.contents(atPath: folder + "/digest")
    else {
      discard(folder)
      return nil
    }
    touch(folder)
    return program
  }

  private static func digest(of program: String) -> Data? {
    FileManager.default.contents(atPath: program).map { Data("\(Fingerprint(of: $0))\n".utf8) }
  }

  /// Gives a finished folder its name. Whoever came first with the same one stays: they are equal.
  static func keep(_ scratch: String, as folder: String) throws(Problem) {
    do {
      try digest(of: scratch + "/piece")?.write(to: URL(fileURLWithPath: scratch + "/digest"))
      try FileManager.default.moveItem(atPath: scratch, toPath: folder)
    } catch {
      guard FileManager.default.fileExists(atPath: folder + "/piece") else {
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

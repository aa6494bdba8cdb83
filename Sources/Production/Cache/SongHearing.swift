import Foundation
package import Hearing
import Media
package import Primitives

/// What was heard in songs, kept by what is in them, what was known beforehand, and what listened.
package enum SongHearing {
  /// Listens to a song, or recalls what was heard.
  package static func analysis(
    of path: String, facts: KnownFacts = .none, remembers: Bool = true
  ) throws(Problem) -> SongAnalysis {
    guard remembers else { return SongAnalysis(try Ear.listen(to: path), facts: facts) }
    let key = try key(of: path, facts)
    let place = "\(Installation.cache)/hearing/\(key)"
    if let data = FileManager.default.contents(atPath: place), let entry = CacheEntry(Array(data)),
      entry.key == key,
      // What can't be understood was kept by something else; it is heard anew.
      let analysis = try? JSONDecoder().decode(SongAnalysis.self, from: Data(entry.body))
    {
      return analysis
    }
    let analysis = SongAnalysis(try Ear.listen(to: path), facts: facts)
    keep(analysis, as: key, at: place)
    return analysis
  }

  /// Throws if writing to a path would replace the song.
  package static func checkOutput(_ path: String, isNot song: String) throws(Problem) {
    guard let output = FileIdentity(path), output == FileIdentity(song) else { return }
    throw Problem(.cannotCreate, "can't write \(path): it is the song", hints: "choose another name")
  }

  private static func key(of path: String, _ facts: KnownFacts) throws(Problem) -> Fingerprint {
    var key = Fingerprinter()
    key.write(try SongFile.digest(path))
    key.write(EngineIdentity.fingerprint)
    // Every fact is in its description, in order.
    key.write("\(facts)")
    return key.finish()
  }

  private static func keep(_ analysis: SongAnalysis, as key: Fingerprint, at path: String) {
    guard let data = try? JSONEncoder().encode(analysis),
      let bytes = try? CacheEntry(key: key, body: Array(data)).bytes()
    else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    // What can't be kept is heard again the next time.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}

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
    func listen() throws(Problem) -> SongAnalysis {
      SongAnalysis(try SpectrogramReader.read(path), facts: facts)
    }
    guard remembers else { return try listen() }
    let song = try KnownFile.look(at: path, isStreamed: true)
    return try Findings.recall(.hearing(facts), about: song, or: listen)
  }

  /// Throws if writing to a path would replace the song.
  package static func checkOutput(_ path: String, isNot song: String) throws(Problem) {
    guard let output = FileStamp(of: path), let song = FileStamp(of: song), output.isSameFile(as: song)
    else {
      return
    }
    throw Problem(.cannotCreate, "can't write \(path): it is the song", hints: "choose another name")
  }
}

extension SongAnalysis: Finding {
  init?(bytes: [UInt8]) {
    guard let analysis = try? JSONDecoder().decode(SongAnalysis.self, from: Data(bytes)) else { return nil }
    self = analysis
  }

  var bytes: [UInt8]? { (try? JSONEncoder().encode(self)).map { Array($0) } }
}

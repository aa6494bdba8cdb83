import Foundation
import Primitives

/// What was found out about files by going through all of them, kept for the next time: by what is in them, what was
/// asked, and what engine found it.
package enum Findings {
  /// What is kept of all files.
  package static var kept: KeptFiles { KeptFiles(in: Installation.cache + "/findings") }

  /// What the findings may grow to without being asked.
  static let usualLimit = 1_000_000_000

  /// What was found before when the same was asked about the same bytes, or else what is found now.
  static func recall<Found: Finding>(
    _ question: String, about digest: Fingerprint, or find: () throws(Problem) -> Found
  ) throws(Problem) -> Found {
    var writer = Fingerprinter()
    writer.write(digest)
    writer.write(EngineIdentity.fingerprint)
    writer.write(question)
    let key = writer.finish()
    // What is damaged, or was kept by something else, is found anew.
    if let bytes = kept.bytes(of: key), let found = Found(bytes: bytes) { return found }
    let found = try find()
    // So is what can't be kept.
    if let bytes = found.bytes { try? kept.keep(bytes, as: key) }
    return found
  }
}

/// Something that was found out about a file, which can be kept as bytes.
protocol Finding {
  /// Nil for bytes that nobody wrote so.
  init?(bytes: [UInt8])
  /// Nil if it can't be written down.
  var bytes: [UInt8]? { get }
}

import Foundation
import Hearing
import Media
import Primitives
import Timeline

/// What was found out about files by going through all of them, kept for the next time: by what is in them, what was
/// asked, and what engine found it.
package enum Findings {
  /// What is kept of all files.
  package static var kept: KeptFiles { KeptFiles(in: Installation.cache + "/findings") }

  /// What the findings may grow to without being asked.
  static let usualLimit = 1_000_000_000

  /// What was found before when the same was asked about the same bytes, or else what is found now, unless
  /// the file changed meanwhile.
  static func recall<Found: Finding>(
    _ question: Question, about file: KnownFile, or find: () throws(Problem) -> Found
  ) throws(Problem) -> Found {
    var writer = Fingerprinter()
    writer.write(file.digest)
    writer.write(EngineIdentity.fingerprint)
    writer.write(question.kind)
    writer.write(question.details)
    let key = writer.finish()
    // What is damaged, or was kept by something else, is found anew.
    if let bytes = kept.bytes(of: key), let found = Found(bytes: bytes) { return found }
    let continuity = Continuity()
    continuity.note(file)
    let found = try continuity.keeping(find)
    // So is what can't be kept.
    if let bytes = found.bytes { try? kept.keep(bytes, as: key) }
    return found
  }
}

extension Findings {
  /// What is asked of a file.
  enum Question {
    case focus, length
    case hearing(KnownFacts)
    case trace(TraceRequest)

    fileprivate var kind: String {
      switch self {
      case .focus: "focus"
      case .length: "length"
      case .hearing: "hearing"
      case .trace: "trace"
      }
    }

    /// Every property is in a value's description, in order, and texts are in quotes.
    fileprivate var details: String {
      switch self {
      case .focus, .length: ""
      case .hearing(let facts): String(reflecting: facts)
      case .trace(let request): String(reflecting: request)
      }
    }
  }
}

/// Something that was found out about a file, which can be kept as bytes.
protocol Finding {
  /// Nil for bytes that nobody wrote so.
  init?(bytes: [UInt8])
  /// Nil if it can't be written down.
  var bytes: [UInt8]? { get }
}

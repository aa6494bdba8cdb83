import Foundation
import Primitives
import Production

/// `cache`: what is kept of earlier renders.
enum CacheCommand {
  static func run(_ invocation: Invocation) throws(Problem) {
    let cache = cache(invocation)
    // A folder of its own holds segments alone.
    let findings = invocation.has(.cache) ? nil : Findings.kept
    if let bytes = try invocation.bytes(.prune) {
      cache.prune(to: bytes)
      findings?.prune(to: max(0, bytes - cache.kept.size.bytes))
    }
    if invocation.has(.clear) {
      cache.clear()
      findings?.clear()
    }
    for kept in [cache.kept, findings].compactMap(\.self) {
      let (count, bytes) = kept.size
      print("\(kept.folder)  \(count) entries  \(words(bytes))")
    }
  }

  /// The cache that the words and the environment mean.
  static func cache(_ invocation: Invocation) -> RenderCache {
    let warn: @Sendable (String) -> Void = { Report.say("libretto: warning: \($0)") }
    guard let folder = invocation.value(.cache) else { return RenderCache(warn: warn) }
    return RenderCache(folder: URL(fileURLWithPath: folder).path, warn: warn)
  }

  static func words(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\((Double(bytes) / 1e6).tenths) MB"
  }
}

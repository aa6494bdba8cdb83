import Foundation
import Primitives
import Production

/// `cache`: what is kept of earlier renders.
enum CacheCommand {
  static func run(_ invocation: Invocation) throws(Problem) {
    let cache = cache(invocation)
    if let bytes = try invocation.bytes(.prune) { cache.prune(to: bytes) }
    if invocation.has(.clear) { cache.prune(to: -1) }
    let (count, bytes) = cache.size
    print("\(cache.folder)  \(count) entries  \(words(bytes))")
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

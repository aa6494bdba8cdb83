import Foundation
import Primitives
import Production

/// `cache`: what is kept of earlier renders.
enum CacheCommand {
  static func run(_ invocation: Invocation) throws(Problem) {
    let cache = cache(invocation)
    if let text = invocation.value(.prune) { cache.prune(to: try bytes(text)) }
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

  /// A size as people write it: `500MB`, `2 GB`, `1000000`.
  static func bytes(_ text: String) throws(Problem) -> Int {
    let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("KB", 1e3), ("B", 1)]
    let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1)
    let number = text.dropLast(unit.0.count).filter { $0 != " " }
    guard let size = Double(number), size >= 0, let bytes = Int(exactly: (size * unit.1).rounded()) else {
      throw Problem(.usage, "--prune \(text) is no size", hints: "write 500MB or 2GB")
    }
    return bytes
  }

  static func words(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\((Double(bytes) / 1e6).tenths) MB"
  }
}

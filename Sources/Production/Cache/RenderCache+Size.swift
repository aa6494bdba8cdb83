import Foundation

extension RenderCache {
  /// What the cache may grow to without being asked.
  package static let usualLimit = 10_000_000_000

  /// How many entries there are, and how large they are together.
  package var size: (count: Int, bytes: Int) {
    let entries = entries
    return (entries.count, entries.reduce(0) { $0 + $1.bytes })
  }

  /// Forgets what was used longest ago until the rest fits a limit, and what renders that were killed
  /// left unfinished. Below zero, everything is forgotten. Returns how many bytes became free.
  @discardableResult
  package func prune(to limit: Int) -> Int {
    if limit < 0 { try? FileManager.default.removeItem(atPath: "\(folder)/ledgers") }
    let entries = entries.sorted { $0.lastUse > $1.lastUse }
    let yesterday = Date().addingTimeInterval(-86_400)
    var (kept, freed) = (0, 0)
    for entry in entries {
      let isLeftover = entry.name.hasPrefix(".") && entry.lastUse < yesterday
      if !isLeftover, kept + entry.bytes <= limit {
        kept += entry.bytes
      } else if (try? FileManager.default.removeItem(atPath: "\(folder)/\(entry.name)")) != nil {
        freed += entry.bytes
      }
    }
    return freed
  }

  private var entries: [(name: String, bytes: Int, lastUse: Date)] {
    // A folder that isn't there is an empty cache.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name != "ledgers",
        let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      else { return nil }
      return (name, facts[.size] as? Int ?? 0, facts[.modificationDate] as? Date ?? .distantPast)
    }
  }
}

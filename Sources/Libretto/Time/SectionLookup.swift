import Primitives

/// Finds a section by its name, in what a song or its words say of them.
struct SectionLookup {
  struct Section {
    var name: String
    var start: SongTime
    var end: SongTime
  }

  /// What has the sections, as messages call it.
  let owner: String
  /// In the order they are played.
  let sections: [Section]
  /// What to do where there are none.
  let naming: String

  /// One of those of a name, counted from 1, letter case aside; nil, and reported, if there is none.
  func section(_ name: String, _ occurrence: Int, at site: Site) -> Section? {
    let matching = sections.filter { $0.name.lowercased() == name.lowercased() }
    guard occurrence >= 1, occurrence <= matching.count else {
      Authoring.current?.log.report(
        Diagnostic(.error, problem(name, occurrence, of: matching.count), at: site))
      return nil
    }
    return matching[occurrence - 1]
  }

  private func problem(_ name: String, _ occurrence: Int, of count: Int) -> Problem {
    let message =
      count == 0
      ? "\(owner) has no section \"\(name)\""
      : "\(owner) has \(count) section\(count == 1 ? "" : "s") \"\(name)\", not \(occurrence)"
    let known = names
    guard !known.isEmpty else { return Problem(.badInput, message, hints: [naming]) }
    let nearest = count == 0 ? Suggestion.hints(for: name, among: known, quoted: true) : []
    return Problem(
      .badInput, message, hints: nearest + ["its sections are \(known.joined(separator: ", "))"])
  }

  /// Each name once.
  private var names: [String] {
    sections.map(\.name).reduce(into: []) { if !$0.contains($1), !$1.isEmpty { $0.append($1) } }
  }
}

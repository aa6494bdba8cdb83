/// What stands in the brackets of a section's marker: `[Chorus - anthemic]`.
struct SectionLabel: Hashable {
  let label: String
  let modifier: String

  /// Nil for brackets that hold words of the song, such as `[grouped]`.
  init?(_ text: Bytes) {
    let line = text.trimmed
    guard line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]"), line.count > 2, line.count < 200
    else { return nil }
    let inner = line.dropFirst().dropLast().trimmed
    guard !inner.contains(UInt8(ascii: "[")), !inner.contains(UInt8(ascii: "]")) else { return nil }
    let (head, tail) = SectionLabel.parts(inner.string)
    guard SectionLabel.isSection(head) else { return nil }
    label = head
    modifier = tail
  }

  private static func parts(_ text: String) -> (String, String) {
    for separator in [" - ", " – ", " — ", ": ", ":", " | ", "|", ", "] {
      let halves = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      return (trimmed(halves[0]), trimmed(halves[1]))
    }
    return (trimmed(text[...]), "")
  }

  private static func trimmed(_ text: Substring) -> String { Array(text.utf8)[...].trimmed.string }

  /// Whether a label begins or ends with the name of a part, whatever number follows it.
  private static func isSection(_ label: String) -> Bool {
    let words = label.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "/" }
    let names = words.filter { word in !isCount(word) }.map(String.init)
    guard let first = names.first, let last = names.last, words.count <= 5 else { return false }
    return vocabulary.contains(names.joined()) || vocabulary.contains(first) || vocabulary.contains(last)
  }

  /// `2`, `x2`, `2x`, `ii`, `(2)`.
  private static func isCount(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isNumber || "xiv()#".contains($0) }
  }

  private static let vocabulary: Set<String> = [
    "intro", "verse", "prechorus", "pre", "chorus", "postchorus", "post", "hook", "bridge", "outro",
    "refrain",
    "interlude", "instrumental", "solo", "break", "breakdown", "drop", "build", "buildup", "end", "ending",
    "coda", "rap", "spoken", "vamp", "tag", "prelude", "overture", "middle8", "adlib", "adlibs", "fadeout",
    "fade", "silence", "strophe", "couplet", "estribillo", "verso", "puente", "pont", "opening", "climax",
    "turnaround", "riff", "transition",
  ]
}

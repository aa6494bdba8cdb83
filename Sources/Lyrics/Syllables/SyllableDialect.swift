/// What the numbers in front of a line, and in parentheses beside its syllables, stand for.
enum SyllableDialect {
  case qrc, yrc, lys

  /// Nil for a line that is none of theirs: `[1000,500]so(1000,500)`, `[1000,500](1000,500,0)so`,
  /// `[1]so(1000,500)`.
  init?(of line: Bytes) {
    guard let inside = line.bracketed, let numbers = SyllableDialect.count(inside),
      let mark = line[inside.endIndex...].firstIndex(of: UInt8(ascii: "(")),
      let end = line[mark...].prefix(50).firstIndex(of: UInt8(ascii: ")")),
      let inner = SyllableDialect.count(line[(mark + 1)..<end])
    else { return nil }
    switch (numbers, inner) {
    case (1, 2): self = .lys
    case (2, 2): self = .qrc
    case (2, 3): self = .yrc
    default: return nil
    }
  }

  /// How many whole numbers there are with commas between them; nil if anything else is.
  private static func count(_ text: Bytes) -> Int? {
    let pieces = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return pieces.allSatisfy { $0.integer != nil } ? pieces.count : nil
  }
}

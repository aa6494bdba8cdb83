internal import Primitives

/// Puts lines, sections and silences that came in any order into the order they are sung.
struct SheetBuilder {
  private enum Entry {
    case clear
    case section(SectionLabel, isTimed: Bool)
    case line(LyricLine)
  }

  private var entries: [(at: Time, entry: Entry)] = []
  private var latest = Time.zero  // where what has no time belongs
  private var hasLabels = false

  /// Nothing is shown from here on.
  mutating func clear(at time: Time) { entries.append((time, .clear)) }

  /// A section without a time begins with the next line.
  mutating func section(_ label: SectionLabel, at time: Time?) {
    hasLabels = true
    entries.append((time ?? latest, .section(label, isTimed: time != nil)))
  }

  mutating func line(_ line: LyricLine) {
    if let start = line.start { latest = start }
    entries.append((line.start ?? latest, .line(line)))
  }

  func sections() -> [LyricSection] {
    var sections = [LyricSection()]
    var isOpen = false  // whether a silence would end the last line
    let order = entries.indices.sorted { (entries[$0].at, $0) < (entries[$1].at, $1) }
    for index in order {
      let (time, entry) = entries[index]
      switch entry {
      case .section(let label, let isTimed):
        sections.append(
          LyricSection(label.label, modifier: label.modifier, start: isTimed ? time : nil))
        isOpen = false
      case .clear:
        if isOpen { sections[sections.count - 1].endLast(at: time) }
        isOpen = false
      case .line(var line):
        if hasLabels { line.splitBacking() }
        sections[sections.count - 1].lines.append(line)
        isOpen = true
      }
    }
    if sections[0].lines.isEmpty { sections.removeFirst() }
    return sections
  }
}

extension LyricSection {
  fileprivate mutating func endLast(at time: Time) {
    guard let last = lines.indices.last else { return }
    // An end that only follows from the last word's is no one's last word on it.
    guard lines[last].end == nil || lines[last].end == lines[last].words.last?.end else { return }
    lines[last].end = time
  }
}

extension LyricLine {
  /// In sheets with section markers, parentheses at a line's end are what others sing.
  mutating func splitBacking() {
    guard background.isEmpty, words.last?.text.hasSuffix(")") == true,
      let open = words.lastIndex(where: { $0.text.hasPrefix("(") }), open > 0,
      !words[open...].dropLast().contains(where: { $0.text.hasSuffix(")") })
    else { return }
    background = Array(words[open...])
    words.removeSubrange(open...)
    words[open - 1].joinsNext = false
    words[open - 1].endsRow = false
  }
}

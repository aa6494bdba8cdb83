import Lyrics
import Primitives

extension [CaptionLine] {
  /// Gives each line what another sheet says at its time; by number where that one has no times.
  mutating func translate(by sheet: LyricSheet, reporting log: DiagnosticLog) {
    guard let model = sheet.model, !isEmpty else { return }
    for index in indices { self[index].translation = nil }
    let timed = model.lines.compactMap { line in line.start.map { (start: SongTime($0), text: line.text) } }
    if timed.isEmpty {
      translate(byNumber: model.lines.map(\.text), of: sheet, reporting: log)
    } else {
      for (start, text) in timed { add(text, at: start) }
    }
  }

  /// What is said at a time belongs to the line that begins then, or has begun.
  private mutating func add(_ text: String, at start: SongTime) {
    let begun = lastIndex { $0.begin <= start + .hurry } ?? 0
    // Of lines that begin together, the first that has none yet.
    let together = indices.first { self[$0].begin == self[begun].begin && self[$0].translation == nil }
    let index = together ?? begun
    self[index].translation = self[index].translation.map { $0 + "\n" + text } ?? text
  }

  private mutating func translate(
    byNumber texts: [String], of sheet: LyricSheet, reporting log: DiagnosticLog
  ) {
    if texts.count != count {
      log.report(
        .warning(
          "\(sheet.name) has \(texts.count) lines for \(count) that are sung; they go together by number",
          at: sheet.site, hints: "write a time before each: [01:23.45]"))
    }
    for (index, text) in zip(indices, texts) { self[index].translation = text }
  }
}

extension SongTime {
  /// So much later than its translation a line may begin.
  fileprivate static let hurry = SongTime(Time(ticks: Time.ticksPerSecond * 6 / 10))
}

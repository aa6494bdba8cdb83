package import Primitives

/// What would go wrong with a sheet on screen.
package struct LyricCheck {
  /// Characters a second that still can be read.
  private static let fastest = 20

  private let songLength: Time
  private var findings: [LyricFinding] = []
  /// How long each voice sings so far, and what.
  private var latest: [String: (end: Time, text: String)] = [:]

  /// What is wrong, in the order of the lines.
  package static func findings(in sheet: LyricSheet, songLength: Time) -> [LyricFinding] {
    var check = LyricCheck(songLength: songLength)
    let shown = sheet.filled(until: songLength).lines
    for (index, line) in sheet.lines.enumerated() { check.look(at: line, shown: shown[index], index + 1) }
    if !sheet.lines.isEmpty, !sheet.lines.contains(where: \.hasWordTimes) {
      check.findings.append(
        .init(kind: .noWordTimes, line: nil, start: nil, message: "no word has a time of its own"))
    }
    return check.findings
  }

  private init(songLength: Time) { self.songLength = songLength }

  private mutating func look(at line: LyricLine, shown: LyricLine, _ number: Int) {
    let name = "\"\(line.text.onOneRow.prefix(60))\""
    func say(_ kind: LyricFinding.Kind, _ text: String) {
      findings.append(.init(kind: kind, line: number, start: line.start, message: "\(name) \(text)"))
    }
    guard let start = line.start else { return say(.untimedLine, "has no time") }
    let end = shown.end ?? start
    if let before = latest[line.voice], start < before.end {
      say(.overlap, "starts before \(before.text) ends at \(before.end)")
    }
    if let written = line.end {
      latest[line.voice] = (max(written, latest[line.voice]?.end ?? .zero), name)
    }
    let song = "the song, which lasts \(songLength) s"
    if start >= songLength {
      say(.outsideSong, "starts after \(song)")
    } else if max(line.end ?? start, (line.words + line.background).end ?? start) > songLength {
      say(.outsideSong, "ends after \(song)")
    }
    let letters = line.text.count
    if Int128((end - start).ticks) * Int128(LyricCheck.fastest)
      < Int128(letters) * Int128(Time.ticksPerSecond)
    {
      say(.tooFast, "is too fast to read: \(letters) characters in \(end - start) s")
    }
    let untimed = line.words.filter { $0.start == nil || $0.isGuessed }.count
    if line.hasWordTimes, untimed > 0 {
      say(.untimedWords, "has \(untimed == 1 ? "a word" : "\(untimed) words") without times")
    }
    if line.words.contains(where: { ($0.start ?? start) < start || ($0.end ?? start) > end }) {
      say(.wordsOutsideLine, "has words outside its own time")
    }
  }
}

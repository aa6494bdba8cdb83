package import Primitives

/// What would go wrong with a sheet on screen.
package enum LyricCheck {
  /// Characters a second that still can be read.
  private static let fastest = 20

  /// What is wrong, a sentence each, in the order of the lines.
  package static func findings(in sheet: LyricSheet, songLength: Time) -> [String] {
    let lines = sheet.lines
    let filled = sheet.filled(until: songLength).lines
    var findings: [String] = []
    var latest: [String: (end: Time, text: String)] = [:]
    for (line, shown) in zip(lines, filled) {
      let name = "\"\(line.text.onOneRow.prefix(60))\""
      guard let start = line.start else {
        findings.append("\(name) has no time")
        continue
      }
      func say(_ text: String) { findings.append("\(start)  \(name) \(text)") }
      let end = shown.end ?? start
      if let before = latest[line.voice], start < before.end {
        say("starts before \(before.text) ends at \(before.end)")
      }
      if let written = line.end {
        latest[line.voice] = (max(written, latest[line.voice]?.end ?? .zero), name)
      }
      if start >= songLength {
        say("starts after the song, which lasts \(songLength) s")
      } else if line.end ?? start > songLength {
        say("ends after the song, which lasts \(songLength) s")
      }
      let letters = line.text.count
      if Int128((end - start).ticks) * Int128(fastest) < Int128(letters) * Int128(Time.ticksPerSecond) {
        say("is too fast to read: \(letters) characters in \(end - start) s")
      }
      let untimed = line.words.filter { $0.start == nil || $0.isGuessed }.count
      if line.hasWordTimes, untimed > 0 {
        say("has \(untimed == 1 ? "a word" : "\(untimed) words") without times")
      }
      if line.words.contains(where: { ($0.start ?? start) < start || ($0.end ?? start) > end }) {
        say("has words outside its own time")
      }
    }
    if !lines.isEmpty, !lines.contains(where: \.hasWordTimes) {
      findings.append("no word has a time of its own")
    }
    return findings
  }
}

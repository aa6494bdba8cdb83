import Foundation
import Lyrics
import Primitives

/// How long it takes to read a sheet of a thousand lines, in each format.
enum Speed {
  private static let limit = Duration.milliseconds(50)

  /// Returns whether all stay below the limit.
  static func report() -> Bool {
    let sheet = sheet()
    var isFast = true
    print("format       bytes  read, ms, median of nine  write, ms")
    for format in LyricFormat.all {
      guard let text = text(of: sheet, as: format) else { continue }
      let bytes = Array(text.utf8)
      let read = median { _ = try? LyricReader.read(bytes, named: "a", as: format) }
      let write = median { _ = try? LyricWriter.text(of: sheet, as: format) }
      isFast = isFast && read < limit
      let name = format.name.padding(toLength: 12, withPad: " ", startingAt: 0)
      let wrote = LyricFormat.writable.contains(format) ? milliseconds(write) : "-"
      print("\(name) \(bytes.count)  \(milliseconds(read))  \(wrote)")
    }
    return isFast
  }

  /// Eight words a line, each with times.
  private static func sheet() -> LyricSheet {
    let words = ["so", "long,", "my", "beautiful", "friend:", "the", "rain", "returns"]
    let lines = (0..<1000).map { index in
      let start = Time(seconds: Double(index) * 3)
      return LyricLine(
        voice: index % 3 == 0 ? "v2" : "v1", start: start, end: start + 2.5,
        words: words.enumerated().map { place, word in
          LyricWord(
            word, start: start + Time(seconds: Double(place) * 0.3),
            end: start + Time(seconds: Double(place) * 0.3 + 0.25))
        })
    }
    return LyricSheet(
      title: "Rain", tracks: [LyricTrack(language: "en", sections: [LyricSection(lines: lines)])])
  }

  private static func text(of sheet: LyricSheet, as format: LyricFormat) -> String? {
    if let text = try? LyricWriter.text(of: sheet, as: format) { return text }
    func count(_ time: Time?) -> Int { time?.milliseconds ?? 0 }
    return sheet.lines.map { line in
      let head = "[\(count(line.start)),2500]"
      func joined(_ piece: (LyricWord, Int, Int) -> String) -> String {
        line.words.map { piece($0, count($0.start), count($0.end) - count($0.start)) }.joined(
          separator: " ")
      }
      switch format {
      case .qrc: return head + joined { "\($0.text)(\($1),\($2))" }
      case .yrc: return head + joined { "(\($1),\($2),0)\($0.text)" }
      case .lys: return "[1]" + joined { "\($0.text)(\($1),\($2))" }
      case .lyricsfile:
        let words = joined {
          "\n    - text: \"\($0.text) \"\n      start_ms: \($1)\n      end_ms: \($1 + $2)"
        }
        return (count(line.start) == 0 ? "version: '1.0'\nlines:\n" : "")
          + "  - text: \"\(line.text)\"\n    start_ms: \(count(line.start))\n    words:\(words)"
      default: return line.text
      }
    }.joined(separator: "\n")
  }

  private static func median(_ work: () -> Void) -> Duration {
    let clock = ContinuousClock()
    return (0..<9).map { _ in clock.measure(work) }.sorted()[4]
  }

  private static func milliseconds(_ time: Duration) -> String {
    String(format: "%.1f", Double(time.components.attoseconds) / 1e15)
  }
}

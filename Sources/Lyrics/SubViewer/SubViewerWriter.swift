internal import Primitives

/// Writes SubViewer as YouTube takes it. Cues need ends: lines without one last until the next.
enum SubViewerWriter {
  static func text(of sheet: LyricSheet) -> String {
    CueWriter.timed(sheet).map { line, end in
      func clock(_ time: Time) -> String { ClockText.hours(time, .three, digits: 1) }
      return "\(clock(line.start ?? .zero)),\(clock(end))\n\(rows(line.textWithBackground))\n"
    }.joined(separator: "\n")
  }

  private static func rows(_ text: String) -> String {
    let guarded = Guard.text(text) { bytes, index in bytes[index...].hasPrefix("[br]") }
    let rows = guarded.split(omittingEmptySubsequences: false) { $0 == "\n" }
    return rows.map { (SubViewerTiming(Array($0.utf8)[...]) != nil ? Guard.mark : "") + $0 }
      .joined(separator: "\n")
  }
}

internal import Primitives

extension LyricFormat {
  /// What YouTube gives and takes as `.sbv`, and SubViewer before it as `.sub`.
  package static let subViewer = LyricFormat(
    name: "SubViewer", endings: ["sbv", "sub"], marks: { line, _ in SubViewerTiming(line) != nil },
    read: SubViewerReader.read, write: SubViewerWriter.text, manner: .guarded)
}

/// `0:00:01.000,0:00:02.500`, a line of its own.
struct SubViewerTiming {
  let start: Time
  let end: Time

  init?(_ line: Bytes) {
    let halves = line.trimmed.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard halves.count == 2, let start = SubViewerTiming.time(halves[0]),
      let end = SubViewerTiming.time(halves[1])
    else { return nil }
    (self.start, self.end) = (start, end)
  }

  private static func time(_ text: Bytes) -> Time? {
    guard text.count(where: { $0 == UInt8(ascii: ":") }) == 2, text.contains(UInt8(ascii: ".")) else {
      return nil
    }
    return ClockTime.clock(text)
  }
}

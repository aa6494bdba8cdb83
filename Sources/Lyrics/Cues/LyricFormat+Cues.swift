internal import Primitives

extension LyricFormat {
  package static let srt = LyricFormat(
    name: "SRT", endings: ["srt"], marks: { line, _ in CueTiming(line) != nil }, read: SRTReader.read,
    write: CueWriter.srt, manner: .guarded)

  package static let webVTT = LyricFormat(
    name: "WebVTT", endings: ["vtt"], opens: { $0.hasPrefix("WEBVTT") },
    marks: { line, isPromised in isPromised && CueTiming(line) != nil }, read: VTTReader.read,
    write: CueWriter.webVTT)
}

internal import Primitives

/// Reads the word timings of speech recognizers, what lyric services answer, and Libretto's own sheets.
struct JSONReader {
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    let root = try JSONParser.parse(text, remarks)
    if root["libretto"] != nil { return try OwnJSON.sheet(root, &remarks) }
    if let sheet = try ServiceJSON.sheet(root, &remarks) { return sheet }
    var reader = JSONReader(remarks: remarks)
    let lines = try reader.lines(of: root["data"]?.isObject == true ? root["data"] ?? root : root)
    remarks = reader.remarks
    let language = root.first("language", "language_code")?.string ?? ""
    let sections = lines.isEmpty ? [] : [LyricSection(lines: lines)]
    return LyricSheet(tracks: [LyricTrack(language: language, sections: sections)])
  }

  private mutating func lines(of root: JSONValue) throws(Diagnostic) -> [LyricLine] {
    let segments =
      root.list ?? root.first("segments", "utterances", "chunks", "transcription")?.list
      ?? root["results"]?["utterances"]?.list
    let words = root.first("words", "word_segments")?.list
    let heard = root["results"]?["channels"]?.list?.first?["alternatives"]?.list?.first?["words"]?.list
    if let heard { return try broken(heard, segments ?? []) }
    if let segments, segments.contains(where: { $0["words"]?.list != nil }) {
      let inner = segments.flatMap { $0["words"]?.list ?? [] }
      return try timed(segments, JSONTokens.isMilliseconds(inner, longest: 20))
    }
    if let words { return try broken(words, segments ?? []) }
    if let spelled = JSONTokens.spelled(root["normalized_alignment"] ?? root["alignment"] ?? root) {
      return try lines(of: spelled, [])
    }
    guard let segments else {
      throw remarks.failure(root.line ?? 1, "there are no words with times in this JSON")
    }
    if JSONTokens.areWords(segments) { return try broken(segments, []) }
    return try timed(segments, JSONTokens.isMilliseconds(segments, longest: 120))
  }

  /// A line a segment, with the words that stand in it.
  private mutating func timed(_ segments: [JSONValue], _ isMilliseconds: Bool) throws(Diagnostic)
    -> [LyricLine]
  {
    var lines: [LyricLine] = []
    for segment in segments {
      let number = segment.line ?? 1
      let read = JSONTokens.tokens(segment["words"]?.list ?? [], isMilliseconds, &remarks)
      var line = LyricLine(
        voice: segment.first("speaker")?.string ?? "",
        start: JSONTokens.time(segment, .start, isMilliseconds),
        end: JSONTokens.time(segment, .end, isMilliseconds), words: read.sung)
      if line.words.isEmpty {
        line.words = WordSplitter.words(segment.first("text", "transcript")?.string ?? "")
      }
      if line.voice.isEmpty { line.voice = read.first?.voice ?? "" }
      try remarks.count(line.words.count + 1, at: number)
      if line.words.isEmpty { continue }
      line.start = line.start ?? line.words.first { $0.start != nil }?.start
      if let start = line.start, let end = line.end, end < start {
        remarks.warn(number, "this ends before it starts; it lasts until the next one")
        line.end = nil
      }
      lines.append(mended(line, from: read))
    }
    lines.sortByStart()
    return lines
  }

  /// Lines made of nothing but words: by segments if there are any, else by what fits on a line.
  private mutating func broken(_ words: [JSONValue], _ segments: [JSONValue]) throws(Diagnostic)
    -> [LyricLine]
  {
    let isMilliseconds = JSONTokens.isMilliseconds(words, longest: 20)
    let read = JSONTokens.tokens(words, isMilliseconds, &remarks)
    try remarks.count(read.count, at: words.last?.line ?? 1)
    return try lines(of: read, segments.compactMap { JSONTokens.time($0, .start, isMilliseconds) })
  }

  private mutating func lines(of heard: [HeardWord], _ starts: [Time]) throws(Diagnostic) -> [LyricLine] {
    var lines: [LyricLine] = []
    for group in LineBreaking.groups(heard, starts: starts) {
      let words = group.sung
      guard !words.isEmpty else { continue }
      let line = LyricLine(
        voice: group.first?.voice ?? "", start: words.first { $0.start != nil }?.start,
        end: words.last { $0.end != nil }?.end, words: words)
      lines.append(mended(line, from: group))
    }
    lines.sortByStart()
    return lines
  }

  /// Recognizers leave out the times of numerals: they are guessed between their neighbours.
  private mutating func mended(_ line: LyricLine, from heard: [HeardWord]) -> LyricLine {
    guard line.hasWordTimes, let start = line.start,
      let missing = heard.first(where: { $0.start == nil && $0.text.contains { !$0.isWhitespace } })
    else { return line }
    remarks.warn(
      missing.number,
      "words without times in \"\(line.text.onOneRow.prefix(40))\"; their times were guessed")
    return line.filled(from: start, to: line.end ?? line.words.end ?? start)
  }
}

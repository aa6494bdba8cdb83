internal import Primitives

/// Reads the word timings of speech recognizers, LRCLIB's answers, and Libretto's own sheets.
struct JSONReader {
  private var tokens = JSONTokens()
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    let root = try JSONParser.parse(text, remarks)
    if root["libretto"] != nil { return try OwnJSON.sheet(root, &remarks) }
    if let sheet = try databaseSheet(root, &remarks) { return sheet }
    var reader = JSONReader(remarks: remarks)
    var sheet = LyricSheet()
    let lines = try reader.lines(of: root["data"]?.isObject == true ? root["data"] ?? root : root)
    let language = root.first("language", "language_code")?.string ?? ""
    sheet.tracks = [
      LyricTrack(language: language, sections: lines.isEmpty ? [] : [LyricSection(lines: lines)])
    ]
    remarks = reader.remarks
    return sheet
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  /// What LRCLIB answers: a sheet in LRC within JSON.
  private static func databaseSheet(_ root: JSONValue, _ remarks: inout Remarks) throws(Diagnostic)
    -> LyricSheet?
  {
    guard root["syncedLyrics"] != nil || root["plainLyrics"] != nil || root["lrc_text"] != nil else {
      return nil
    }
    var sheet = LyricSheet()
    if let text = root.first("syncedLyrics", "lrc_text")?.string, !text.isEmpty {
      sheet = try LRCReader.read(Array(text.utf8)[...], &remarks)
    } else if let text = root["plainLyrics"]?.string {
      sheet = try PlainReader.read(Array(text.utf8)[...], &remarks)
    } else {
      sheet.tracks = [LyricTrack()]
    }
    if sheet.title.isEmpty { sheet.title = root.first("trackName", "name")?.string ?? "" }
    if sheet.artist.isEmpty { sheet.artist = root["artistName"]?.string ?? "" }
    if let album = root["albumName"]?.string { sheet.metadata.append(.init("album", album)) }
    if root["instrumental"]?.bool == true { sheet.metadata.append(.init("instrumental", "true")) }
    return sheet
  }

  private mutating func lines(of root: JSONValue) throws(Diagnostic) -> [LyricLine] {
    let segments =
      root.list ?? root.first("segments", "utterances")?.list
      ?? root["results"]?["utterances"]?.list
    let words = root.first("words", "word_segments")?.list
    let heard = root["results"]?["channels"]?.list?.first?["alternatives"]?.list?.first?["words"]?.list
    if let heard { return try broken(heard, segments ?? []) }
    if let segments, segments.contains(where: { $0["words"]?.list != nil }) {
      return try timed(segments, tokens.isMilliseconds(segments.flatMap { $0["words"]?.list ?? [] }))
    }
    if let words { return try broken(words, segments ?? []) }
    guard let segments else { throw remarks.failure(1, "there are no words with times in this JSON") }
    if segments.contains(where: { $0.first("startMs") != nil || $0["word"] != nil }) {
      return try broken(segments, [])
    }
    return try timed(segments, tokens.isMilliseconds(segments))
  }

  /// A line a segment, with the words that stand in it.
  private mutating func timed(_ segments: [JSONValue], _ isMilliseconds: Bool) throws(Diagnostic)
    -> [LyricLine]
  {
    var lines: [LyricLine] = []
    for segment in segments {
      let read = tokens.tokens(segment["words"]?.list ?? [], isMilliseconds)
      var line = LyricLine(
        voice: segment.first("speaker")?.string ?? "", start: tokens.time(segment, "start", isMilliseconds),
        end: tokens.time(segment, "end", isMilliseconds), words: read.sung)
      if line.words.isEmpty {
        line.words = WordSplitter.words(segment.first("text", "transcript")?.string ?? "")
      }
      if line.voice.isEmpty { line.voice = read.first?.voice ?? "" }
      try remarks.count(line.words.count + 1, at: 1)
      if line.words.isEmpty { continue }
      line.start = line.start ?? line.words.first { $0.start != nil }?.start
      lines.append(mended(line, from: read))
    }
    lines.sortByStart()
    return lines
  }

  /// Lines made of nothing but words: by segments if there are any, else by what fits on a line.
  private mutating func broken(_ words: [JSONValue], _ segments: [JSONValue]) throws(Diagnostic)
    -> [LyricLine]
  {
    let isMilliseconds = tokens.isMilliseconds(words)
    let read = tokens.tokens(words, isMilliseconds)
    let starts = segments.compactMap { tokens.time($0, "start", isMilliseconds) }
    try remarks.count(read.count, at: 1)
    var lines: [LyricLine] = []
    for group in LineBreaking.groups(read, starts: starts) {
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
  private mutating func mended(_ line: LyricLine, from tokens: [HeardWord]) -> LyricLine {
    let isMissing = tokens.contains { $0.start == nil && $0.text.contains { !$0.isWhitespace } }
    guard line.hasWordTimes, isMissing, let start = line.start else { return line }
    remarks.warn(1, "words without times in \"\(line.text.prefix(40))\"; their times were guessed")
    return line.filled(from: start, to: line.end ?? line.words.compactMap(\.end).max() ?? start)
  }
}

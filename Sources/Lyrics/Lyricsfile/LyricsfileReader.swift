internal import Primitives

/// Reads Lyricsfile, LRCGET's sheets in YAML.
enum LyricsfileReader {
  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    let root = try YAMLReader.read(text, &remarks)
    guard root.isObject, root["lines"] != nil || root["metadata"] != nil || root["plain"] != nil else {
      throw remarks.failure(1, "this YAML is no lyric sheet", hints: "it has metadata:, lines: or plain:")
    }
    if root["version"] == nil { remarks.warn(1, "the sheet doesn't say its version") }
    var sheet = LyricSheet()
    let facts = root["metadata"]
    sheet.title = facts?["title"]?.string ?? ""
    sheet.artist = facts?["artist"]?.string ?? ""
    for name in ["album", "duration_ms"] {
      if let value = facts?[name]?.digits?.string { sheet.metadata.append(.init(name, value)) }
    }
    if facts?["instrumental"]?.bool == true { sheet.metadata.append(.init("instrumental", "true")) }
    let offset = facts?["offset_ms"]?.integer.flatMap(ClockTime.milliseconds) ?? .zero
    var builder = SheetBuilder()
    for line in root["lines"]?.list ?? [] {
      let read = self.line(line, offset)
      try remarks.count(read.words.count + 1, at: line.line ?? 1)
      if !read.words.isEmpty { builder.line(read) }
    }
    var sections = builder.sections()
    if sections.isEmpty, let plain = root["plain"]?.string {
      sections = try PlainReader.read(Array(plain.utf8)[...], &remarks).sections
    }
    sheet.tracks = [LyricTrack(language: facts?["language"]?.string ?? "", sections: sections)]
    return sheet
  }

  private static func line(_ value: JSONValue, _ offset: Time) -> LyricLine {
    func time(_ value: JSONValue, _ name: String) -> Time? {
      value[name]?.integer.flatMap(ClockTime.milliseconds).map { max(.zero, $0 - offset) }
    }
    var splitter = WordSplitter()
    for word in value["words"]?.list ?? [] {
      let text = Array((word["text"]?.digits?.string ?? "").utf8)[...]
      splitter.append(text, start: time(word, "start_ms"), end: time(word, "end_ms"))
    }
    let words = splitter.finished
    return LyricLine(
      start: time(value, "start_ms"), end: time(value, "end_ms"),
      words: words.isEmpty ? WordSplitter.words(value["text"]?.digits?.string ?? "") : words)
  }
}

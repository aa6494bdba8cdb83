internal import Primitives

/// What lyric services answer: sheets of another format as text within JSON.
enum ServiceJSON {
  /// Nil for JSON that comes from elsewhere.
  static func sheet(_ root: JSONValue, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet? {
    if root.first("lrc", "yrc")?["lyric"] != nil { return try netEase(root, &remarks) }
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

  /// NetEase gives words as YRC or lines as LRC, and the other readings as LRC.
  private static func netEase(_ root: JSONValue, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet
  {
    func text(_ name: String) -> Bytes? {
      root[name]?["lyric"]?.string.flatMap { $0.isEmpty ? nil : Array($0.utf8)[...] }
    }
    var sheet = LyricSheet(tracks: [LyricTrack()])
    if let words = text("yrc") {
      sheet = try SyllableReader.read(words, as: .yrc, &remarks)
    } else if let lines = text("lrc") {
      sheet = try LRCReader.read(lines, &remarks)
    }
    for (name, kind) in [("tlyric", LyricTrack.Kind.translation), ("romalrc", .romanization)] {
      guard let lines = text(name) else { continue }
      let read = try LRCReader.read(lines, &remarks).lines
      sheet.tracks.append(LyricTrack(kind: kind, sections: [LyricSection(lines: sheet.linked(read))]))
    }
    return sheet
  }
}

extension LyricSheet {
  /// Lines of another reading, each with the line as sung that starts when it does, give or take a
  /// third of a second.
  func linked(_ others: [LyricLine]) -> [LyricLine] {
    let tolerance = Time(ticks: Time.ticksPerSecond / 3)
    let starts = lines.enumerated().compactMap { index, line in line.start.map { (index: index, at: $0) } }
    var next = 0
    return others.map { other in
      guard let start = other.start else { return other }
      while next + 1 < starts.count, starts[next].at < start - tolerance { next += 1 }
      var linked = other
      if next < starts.count, starts[next].at >= start - tolerance, starts[next].at <= start + tolerance {
        linked.mainIndex = starts[next].index
        next += 1
      }
      return linked
    }
  }
}

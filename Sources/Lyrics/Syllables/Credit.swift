internal import Primitives

/// A line in which NetEase says who wrote a song: `{"t":0,"c":[{"tx":"Words: "},{"tx":"Ann"}]}`.
struct Credit {
  let fact: LyricSheet.Fact

  /// Nil for any other line.
  init?(_ line: Bytes) {
    guard line.hasPrefix("{"), line.count < 2000, let line = try? JSONParser.parse(line, Remarks(file: "")),
      let pieces = line["c"]?.list, line["t"] != nil
    else { return nil }
    let text = pieces.compactMap { $0["tx"]?.string }.joined()
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    func plain(_ half: Substring) -> String { Array(half.utf8)[...].trimmed.string }
    fact = .init(plain(halves.first ?? ""), halves.count > 1 ? plain(halves[1]) : "")
  }
}

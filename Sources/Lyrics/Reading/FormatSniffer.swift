/// Tells what kind of sheet a text is: by what stands in it, then by its name.
enum FormatSniffer {
  private static let reach = 400  // lines looked at

  static func format(of text: Bytes, named name: String) -> LyricFormat {
    let promised = LyricFormat(path: name)
    let order = (promised.map { [$0] } ?? []) + LyricFormat.all.filter { $0 != promised }
    if let format = order.first(where: { $0.opens(text) }) { return format }
    for (count, line) in Lines(text).enumerated() {
      if count > reach { break }
      let bytes = line.bytes.trimmed
      if bytes.isEmpty { continue }
      if let format = order.first(where: { $0.marks(bytes, $0 == promised) }) { return format }
    }
    return promised ?? .plain
  }
}

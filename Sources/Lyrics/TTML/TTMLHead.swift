/// What the head of a TTML document says about the song and its singers.
enum TTMLHead {
  /// A sheet without its tracks.
  static func sheet(_ head: XMLElement?) -> LyricSheet {
    var sheet = LyricSheet()
    guard let head else { return sheet }
    if let title = head.first("title")?.text, !title.isEmpty { sheet.title = title }
    var artists: [String] = []
    for meta in head.all("meta") {
      guard let key = meta["key"], let value = meta["value"] else { continue }
      switch key {
      case "musicName" where sheet.title.isEmpty: sheet.title = value
      case "artists": artists.append(value)
      default: sheet.metadata.append(.init(key, value))
      }
    }
    sheet.artist = artists.joined(separator: ", ")
    for writer in head.all("songwriter") { sheet.metadata.append(.init("songwriter", writer.text)) }
    for agent in head.all("agent") {
      guard let id = agent["id"], !sheet.voices.contains(where: { $0.id == id }) else { continue }
      let kind = agent["type"].flatMap(LyricVoice.Kind.init) ?? .person
      sheet.voices.append(LyricVoice(id, name: agent.first("name")?.text ?? "", kind: kind))
    }
    return sheet
  }
}

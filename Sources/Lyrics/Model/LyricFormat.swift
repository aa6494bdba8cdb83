/// A way to write a lyric sheet.
package enum LyricFormat: String, Hashable, Sendable, CaseIterable {
  case lrc, enhancedLRC, srt, webVTT, ass, ttml, json, lyricsfile, qrc, yrc, lys, plain

  /// What people call it.
  package var name: String {
    switch self {
    case .lrc: "LRC"
    case .enhancedLRC: "enhanced LRC"
    case .srt: "SRT"
    case .webVTT: "WebVTT"
    case .ass: "ASS"
    case .ttml: "TTML"
    case .json: "JSON"
    case .lyricsfile: "Lyricsfile"
    case .qrc: "QRC"
    case .yrc: "YRC"
    case .lys: "LYS"
    case .plain: "plain text"
    }
  }

  /// The endings of its files, lower case, the usual one first.
  package var endings: [String] {
    switch self {
    case .lrc: ["lrc"]
    case .enhancedLRC: ["elrc"]
    case .srt: ["srt"]
    case .webVTT: ["vtt"]
    case .ass: ["ass", "ssa"]
    case .ttml: ["ttml", "dfxp", "xml"]
    case .json: ["json"]
    case .lyricsfile: ["yaml", "yml", "lyricsfile"]
    case .qrc: ["qrc"]
    case .yrc: ["yrc"]
    case .lys: ["lys"]
    case .plain: ["txt"]
    }
  }

  /// Those that can be written.
  package static let writable: [LyricFormat] = [.lrc, .enhancedLRC, .srt, .webVTT, .ass, .ttml, .json]

  /// What a file's name promises.
  package init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    guard let format = LyricFormat.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}

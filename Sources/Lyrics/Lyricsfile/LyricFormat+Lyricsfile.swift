internal import Primitives

extension LyricFormat {
  package static let lyricsfile = LyricFormat(
    name: "Lyricsfile", endings: ["yaml", "yml", "lyricsfile"],
    marks: { line, isPromised in
      line.hasPrefix("version:") || isPromised && line.hasPrefix("lines:")
    },
    read: LyricsfileReader.read)
}

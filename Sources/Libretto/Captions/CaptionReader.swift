import Lyrics

/// Turns a sheet's lines into what captions show.
enum CaptionReader {
  /// The lines that have times, in the order they are sung.
  static func lines(of sheet: LyricSheet) -> [CaptionLine] {
    guard let model = sheet.model else { return [] }
    let sides = model.sides
    var lines: [CaptionLine] = []
    var index = -1
    for section in model.sections {
      for line in section.lines {
        index += 1
        guard line.start != nil else { continue }
        var caption = CaptionLine(words: words(line.words))
        caption.background = words(line.background)
        guard !caption.words.isEmpty || !caption.background.isEmpty else { continue }
        caption.voice = line.voice
        caption.side = alignment(sides[line.voice] ?? .both)
        caption.section = section.label
        caption.translation = model.text(.translation, for: index, at: line.start)
        caption.romanization = model.text(.romanization, for: index, at: line.start)
        lines.append(caption)
      }
    }
    return lines.enumerated().sorted { ($0.element.begin, $0.offset) < ($1.element.begin, $1.offset) }
      .map(\.element)
  }

  private static func words(_ words: [LyricWord]) -> [CaptionWord] {
    words.wholeWords.compactMap { tokens in
      let syllables = tokens.compactMap { token -> CaptionSyllable? in
        guard let start = token.start, let end = token.end, !token.text.isEmpty else { return nil }
        return CaptionSyllable(
          text: token.text, isGuessed: token.isGuessed, sung: start..<max(start, end))
      }
      guard !syllables.isEmpty else { return nil }
      var word = CaptionWord(syllables: syllables)
      word.endsRow = tokens.last?.endsRow ?? false
      return word
    }
  }

  private static func alignment(_ side: LyricVoice.Side) -> TextAlignment {
    switch side {
    case .left: .leading
    case .right: .trailing
    case .both: .center
    }
  }
}

extension Lyrics.LyricSheet {
  /// What a track of a kind has for a line: the one that names it, or else the one that starts with it.
  fileprivate func text(_ kind: LyricTrack.Kind, for index: Int, at start: Time?) -> String? {
    guard let track = tracks.first(where: { $0.kind == kind }) else { return nil }
    let line = track.line(for: index) ?? track.lines.first { $0.mainIndex == nil && $0.start == start }
    return line.flatMap { $0.text.isEmpty ? nil : $0.text }
  }
}

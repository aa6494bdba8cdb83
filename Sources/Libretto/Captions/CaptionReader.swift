import Lyrics

/// Turns a sheet's lines into what captions show.
enum CaptionReader {
  /// The lines that have times, in the order they are sung.
  static func lines(of sheet: LyricSheet) -> [CaptionLine] {
    guard let model = sheet.model else { return [] }
    let sides = model.sides
    let names = Dictionary(model.voices.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
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
        caption.singer = names[line.voice] ?? ""
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

  /// Where no spaces are written between words, whatever has a time of its own is one, and what has none
  /// falls apart into characters.
  private static func words(_ words: [LyricWord]) -> [CaptionWord] {
    words.wholeWords.flatMap { tokens -> [CaptionWord] in
      var words: [CaptionWord] = []
      for syllable in tokens.flatMap(syllables) {
        if let last = words.last?.syllables.last, !UnspacedText.parts(last.text, syllable.text) {
          words[words.count - 1].syllables.append(syllable)
        } else {
          var word = CaptionWord(syllables: [syllable])
          word.endsWithSpace = false
          words.append(word)
        }
      }
      guard !words.isEmpty else { return [] }
      words[words.count - 1].endsRow = tokens.last?.endsRow ?? false
      words[words.count - 1].endsWithSpace = true
      return words
    }
  }

  private static func syllables(_ token: LyricWord) -> [CaptionSyllable] {
    guard let start = token.start, let end = token.end, !token.text.isEmpty else { return [] }
    let length = max(.zero, end - start)
    let texts = token.isGuessed ? UnspacedText.syllables(of: token.text) : [token.text]
    return texts.enumerated().map { index, text in
      let from = start + length * (Double(index) / Double(texts.count))
      let to =
        index + 1 == texts.count
        ? start + length : start + length * (Double(index + 1) / Double(texts.count))
      return CaptionSyllable(
        text: text, isGuessed: token.isGuessed, sung: SongTime(from)..<SongTime(max(from, to)))
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

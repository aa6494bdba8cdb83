import Lyrics

/// A line of a lyric sheet as captions show it.
///
/// `Text(line)` sets it; its words know when they are sung.
public struct CaptionLine: Sendable {
  /// In the order they are sung; empty where only others sing.
  public package(set) var words: [CaptionWord]
  /// What others sing behind it.
  public package(set) var background: [CaptionWord] = []
  /// What stands under it in another language, and in Latin letters.
  public package(set) var translation: String?
  /// The line in Latin letters, where the sheet has that.
  public package(set) var romanization: String?
  /// Who sings it; empty where the sheet doesn't say.
  public package(set) var voice = ""
  /// What people call who sings it; empty where the sheet doesn't say.
  public package(set) var singer = ""
  /// Whether it is what others sing behind a line, standing by itself.
  package var isBehind = false
  /// Where duets put that voice.
  public package(set) var side = TextAlignment.center
  /// The label of its section, such as `Chorus`.
  public package(set) var section = ""

  package init(words: [CaptionWord]) { self.words = words }

  /// As it is written, with spaces and line ends.
  public var text: String { words.text }
  /// When its first word, or what is sung behind it, begins.
  public var start: Moment { Moment(origin: .song(begin)) }
  /// When all of it has been sung.
  public var end: Moment { Moment(origin: .song(finish)) }
  /// How long it is sung.
  public var length: Length { (finish - begin).length }

  /// Whether a voice of that name sings it, or of what sheets call it.
  func isSung(by name: String) -> Bool {
    let name = name.lowercased()
    return name == voice.lowercased() || (!singer.isEmpty && name == singer.lowercased())
  }

  package var begin: SongTime { (words + background).map(\.begin).min() ?? .zero }
  package var finish: SongTime { (words + background).map(\.finish).max() ?? .zero }
}

/// A word as it is sung.
public struct CaptionWord: Sendable {
  /// At least one; what wasn't heard apart is one.
  public package(set) var syllables: [CaptionSyllable]
  /// Whether the next word begins a new row.
  public package(set) var endsRow = false
  /// Whether there is a space after it.
  public package(set) var endsWithSpace = true
  /// Whether it stands out of its line.
  public package(set) var isEmphasized = false

  /// Without the space after it.
  public var text: String { syllables.map(\.text).joined() }
  /// When its first syllable begins to be sung.
  public var start: Moment { Moment(origin: .song(begin)) }
  /// When its last syllable has been sung.
  public var end: Moment { Moment(origin: .song(finish)) }

  package var begin: SongTime { syllables.first?.sung.lowerBound ?? .zero }
  package var finish: SongTime { syllables.map(\.sung.upperBound).max() ?? .zero }
}

/// Part of a word that is sung in one go.
public struct CaptionSyllable: Sendable {
  /// Its letters, as the sheet or the spelling divides them.
  public package(set) var text: String
  /// Whether nobody heard when it is sung, so that its time was spread over the line.
  public package(set) var isGuessed: Bool
  package var sung: Range<SongTime>

  /// When it begins to be sung.
  public var start: Moment { Moment(origin: .song(sung.lowerBound)) }
  /// When it has been sung.
  public var end: Moment { Moment(origin: .song(sung.upperBound)) }
}

extension [CaptionWord] {
  /// As they are written, with the spaces and line ends between them.
  public var text: String { runs.map(\.text).joined() }

  /// As a text sets them: every syllable a run, with the space or line end after it.
  var runs: [TextPayload.Run] {
    enumerated().flatMap { index, word in
      let space = index + 1 == count ? "" : word.endsRow ? "\n" : word.endsWithSpace ? " " : ""
      return word.syllables.enumerated().map { place, syllable in
        let isLast = place + 1 == word.syllables.count
        return TextPayload.Run(
          syllable.text + (isLast ? space : ""), sung: syllable.sung, beginsWord: place == 0,
          isEmphasized: word.isEmphasized)
      }
    }
  }
}

extension Text {
  /// A line of a lyric sheet; its words know when they are sung.
  public init(_ line: CaptionLine, file: String = #filePath, line number: Int = #line) {
    self.init(line.words, file: file, line: number)
  }

  /// Some words of a lyric sheet.
  public init(_ words: [CaptionWord], file: String = #filePath, line: Int = #line) {
    self.init(runs: words.runs, at: Site(file: file, line: line))
  }

  /// One word of a lyric sheet.
  public init(_ word: CaptionWord, file: String = #filePath, line: Int = #line) {
    self.init([word], file: file, line: line)
  }
}

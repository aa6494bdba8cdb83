/// The words of a song and when they are sung.
///
/// Tracks hold sections, sections hold lines, lines hold words. Lines are in the order of their
/// starts; those without a start keep the place they were written in.
public struct LyricSheet: Hashable, Sendable {
  /// A fact about the song or its sheet, such as the album.
  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Empty where nobody said it.
  public var title: String
  /// Empty where nobody said it.
  public var artist: String
  /// Whatever else was said, in the order it was said.
  public var metadata: [Fact]
  /// Who sings, where the sheet introduces them; lines may have other voices too.
  public var voices: [LyricVoice]
  /// The words as sung come first, then translations and romanizations.
  public var tracks: [LyricTrack]

  public init(
    title: String = "", artist: String = "", metadata: [Fact] = [], tracks: [LyricTrack] = [],
    voices: [LyricVoice] = []
  ) {
    self.title = title
    self.artist = artist
    self.metadata = metadata
    self.voices = voices
    self.tracks = tracks
  }

  /// The lines as sung, of all sections; empty for an instrumental.
  public var lines: [LyricLine] { tracks.first { $0.kind == .main }?.lines ?? [] }

  /// The sections as sung.
  public var sections: [LyricSection] { tracks.first { $0.kind == .main }?.sections ?? [] }
}

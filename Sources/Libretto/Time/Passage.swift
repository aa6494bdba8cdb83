/// A stretch of the song, such as a bar or a section.
public struct Passage: Sendable, LengthForm {
  /// What it is called: a section's name, the words of a line, `bar 9`.
  public let name: String
  package let from: SongTime
  package let to: SongTime
  /// Whose beats its own are.
  package let song: Song?
  /// Whether it was asked for and isn't there, which was reported.
  var isLost = false

  /// Where it begins in the song, wherever that is in the film.
  public var start: Moment { Moment(origin: .song(from), shift: Length(isLost: isLost)) }
  /// Where the next stretch of the song begins.
  public var end: Moment { Moment(origin: .song(to), shift: Length(isLost: isLost)) }
  /// As long in the film as the song takes for it.
  public var length: Length { Length(songTime: to - from, isLost: isLost) }

  /// The part it begins with; all of it where it is shorter.
  public func first(
    _ length: some LengthForm, file: String = #filePath, line: Int = #line
  ) -> Passage {
    let length = length.length
    let countsBeats = length.beats != 0 || length.bars != 0
    let grid = countsBeats ? song?.grid : nil
    if grid == nil, countsBeats {
      Authoring.current?.log.report(
        .error(
          "the beats of the song aren't known", at: Site(file: file, line: line),
          hints: "say its tempo: Song(\"…\", tempo: 120, firstDownbeat: 0)"))
    }
    if length.frames != 0 {
      Authoring.current?.log.report(
        .error(
          "a part of a passage is said in seconds, beats or bars", at: Site(file: file, line: line),
          hints: "a song doesn't know about frames"))
    }
    let wanted =
      SongTime(length.time) + length.songTime + (grid?.time(ofBeats: length.beats) ?? .zero)
      + (grid?.time(ofBars: length.bars) ?? .zero)
    let isUnknown = isLost || grid == nil && countsBeats
    return Passage(name: name, from: from, to: min(to, from + wanted), song: song, isLost: isUnknown)
  }
}

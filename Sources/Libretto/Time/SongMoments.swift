/// Moments of a song in order, such as its beats; a collection of `Moment`.
public struct SongMoments: RandomAccessCollection, Hashable, Sendable {
  package let times: [SongTime]
  /// How much later than that they all are, as far as it is said in beats.
  package let shift: Length

  package init(_ times: [SongTime], shift: Length = Length()) {
    self.times = times
    self.shift = shift
  }

  /// 0, the first in the song.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { times.count }
  /// Counted from 0, in the order of the song.
  public subscript(index: Int) -> Moment { Moment(origin: .song(times[index]), shift: shift) }

  /// The first of every so many.
  public func every(_ count: Int) -> SongMoments {
    SongMoments(
      stride(from: 0, to: times.count, by: Swift.max(1, count)).map { times[$0] }, shift: shift)
  }

  /// Those within a passage.
  public func during(_ passage: Passage) -> SongMoments {
    SongMoments(times.filter { $0 >= passage.from && $0 < passage.to }, shift: shift)
  }

  /// All of them so much later, or earlier if it is below zero: what is drawn early looks as if it were late.
  public func delayed(by length: some LengthForm) -> SongMoments {
    var rest = length.length
    // Seconds are the song's.
    let seconds = SongTime(rest.time) + rest.songTime
    (rest.time, rest.songTime) = (.zero, .zero)
    return SongMoments(times.map { $0 + seconds }, shift: shift + rest)
  }
}

extension Moment {
  /// The nearest of some moments of the song. Only moments of the song can be compared with them.
  public func snapped(
    to moments: SongMoments, file: String = #filePath, line: Int = #line
  ) -> Moment {
    guard case .song(let time) = origin, shift.beats == 0, shift.bars == 0, shift.frames == 0 else {
      Authoring.current?.log.report(
        .error(
          "only a moment of the song can be moved to its beats", at: Site(file: file, line: line),
          hints: "such as lyrics.cue(\"…\").start or song.section(\"…\").end"))
      return self
    }
    let asked = time + SongTime(shift.time) + shift.songTime
    func distance(_ other: SongTime) -> SongTime { other > asked ? other - asked : asked - other }
    let nearest = moments.indices.min { distance(moments.times[$0]) < distance(moments.times[$1]) }
    return nearest.map { moments[$0] } ?? self
  }
}

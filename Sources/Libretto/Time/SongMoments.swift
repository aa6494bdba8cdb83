/// Moments of a song in order, such as its beats; a collection of `Moment`.
public struct SongMoments: RandomAccessCollection, Hashable, Sendable {
  package let times: [Time]

  package init(_ times: [Time]) { self.times = times }

  public var startIndex: Int { 0 }
  public var endIndex: Int { times.count }
  public subscript(index: Int) -> Moment { Moment(origin: .song(times[index])) }

  /// The first of every so many.
  public func every(_ count: Int) -> SongMoments {
    SongMoments(stride(from: 0, to: times.count, by: Swift.max(1, count)).map { times[$0] })
  }

  /// Those within a passage.
  public func during(_ passage: Passage) -> SongMoments {
    SongMoments(times.filter { $0 >= passage.from && $0 < passage.to })
  }

  /// All of them so much later, or earlier if it is below zero: what is drawn early looks as if it were late.
  public func delayed(by length: Time) -> SongMoments { SongMoments(times.map { $0 + length }) }
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
    let asked = time + shift.time
    func distance(_ other: Time) -> Time { other > asked ? other - asked : asked - other }
    guard let nearest = moments.times.min(by: { distance($0) < distance($1) }) else { return self }
    return Moment(origin: .song(nearest))
  }
}

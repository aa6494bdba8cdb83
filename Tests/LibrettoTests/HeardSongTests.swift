import Libretto
import Rehearsal
import Testing

@Suite("A song that was heard")
struct HeardSongTests {
  /// Beats that get a little slower after the second bar, a pickup before the first, and two sections.
  private static let hands: Stagehand = {
    var heard = HeardSong()
    heard.beats = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.6, 6.2, 6.8, 7.4].map { Time(seconds: $0) }
    heard.downbeats = [1, 3, 5, 7.4].map { Time(seconds: $0) }
    heard.sections = [.init(name: "verse", start: 0), .init(name: "chorus", start: 5)]
    heard.drops = [5]
    heard.onsets = [.init(time: 1, bands: [.bass]), .init(time: 1.25, bands: [.treble])]
    heard.energy = [0, 0.5, 1]
    heard.energyRate = 1
    return Stagehand(
      pictures: Stagehand.usual.pictures, songs: ["song.ogg": 9], heard: ["song.ogg": heard])
  }()

  private static func dump(@LayersBuilder _ content: @escaping @Sendable (Song) -> Layers) -> String {
    Sketch(.landscape1080.lasting(9)) {
      content(Song("song.ogg"))
      Soundtrack(Song("song.ogg"))
    }.dump(with: hands)
  }

  @Test("gives its beats, bars and sections without being told")
  func grid() {
    func start(_ moment: @escaping @Sendable (Song) -> Moment) -> String {
      String(HeardSongTests.dump { Solid(.ink).starting(at: moment($0)) }.prefix(5))
    }
    #expect(start { $0.beat(1) } == "1.000")
    #expect(start { $0.beat(2.5) } == "1.767")
    #expect(start { $0.bar(3).start } == "5.000")
    #expect(start { $0.bar(3).end } == "7.400")
    #expect(start { $0.section("Chorus").start } == "5.000")
    #expect(start { $0.drop(1) } == "5.000")
    #expect(start { $0.onsets(in: .treble)[0] } == "1.267")
    #expect(start { _ in .beat(0) } == "0.500")
  }

  @Test("is not listened to where its author said everything")
  func authorWins() {
    let song = Song("song.ogg", tempo: 60, firstDownbeat: 2, sections: ["Verse": 3])
    let film = Sketch(.landscape1080.lasting(9)) {
      Solid(.ink).starting(at: song.beat(2)).lasting(until: song.section("Verse").end)
      Soundtrack(song)
    }
    #expect(film.dump(with: HeardSongTests.hands).hasPrefix("3.000 9.000  solid"))
  }

  @Test("cuts a series on its bars")
  func cuts() {
    let dump = HeardSongTests.dump { song in
      Series {
        for letter in ["a", "b", "c"] { Image("\(letter).jpg") }
      }.cutting(on: song.downbeats, every: 1)
    }
    let turns = dump.split(separator: "\n").filter { $0.contains("picture") }.map {
      $0.dropFirst(2).prefix(11)
    }
    #expect(turns == ["0.000 3.000", "3.000 5.000", "5.000 9.000"])
  }

  @Test("moves a moment to its nearest beat")
  func snaps() {
    let dump = HeardSongTests.dump { song in
      let lyrics = LyricSheet(text: "[00:02.9]now")
      Solid(.ink).starting(at: lyrics.cue("now").start.snapped(to: song.beats))
    }
    #expect(dump.hasPrefix("3.000 9.000"))
  }

  @Test("drives animations")
  func drives() {
    let dump = HeardSongTests.dump { song in
      Solid(.ink).scale(.pulsing(on: song.downbeats.every(2), by: 0.5, decay: 0.5))
      Solid(.ink).opacity(.following(song.energy, 0.2...0.4))
    }
    #expect(dump.contains("scale 1@1.000→1.5@1.000→1@1.500→1@5.000→1.5@5.000→1@5.500"))
    #expect(dump.contains("opacity follows 0.2…0.4 from 0.000"))
  }

  @Test("has moments that come earlier and later")
  func delays() {
    let dump = HeardSongTests.dump { song in
      let downbeats = song.downbeats.every(2)
      Solid(.ink).scale(.pulsing(on: downbeats.delayed(by: -0.1), by: 0.5, decay: 0.5))
      Solid(.ink).starting(at: song.downbeats.delayed(by: 0.5)[1])
    }
    #expect(dump.contains("scale 1@0.900→1.5@0.900→1@1.400→1@4.900→1.5@4.900→1@5.400"), "\(dump)")
    #expect(dump.contains("3.500 9.000  solid"), "\(dump)")
  }

  @Test("says where its beats can't be relied on")
  func distrust() {
    var hands = HeardSongTests.hands
    hands.heard["song.ogg"]?.isTrusted = false
    let film = Sketch(.landscape1080.lasting(9)) {
      Solid(.ink).starting(at: Song("song.ogg").beat(1))
    }
    #expect(film.dump(with: hands).hasPrefix("warning: the beats of song.ogg can't be heard clearly"))
  }
}

import Libretto
import Rehearsal
import Testing

private let song = Song("song.ogg", tempo: 120, sections: ["Verse": 8, "Chorus": 24])

@Suite("What is placed at something the song doesn't have")
struct LostMomentTests {
  private static let lyrics = LyricSheet(text: "[00:01.00]one\n[00:03.00]two\n[00:05.00]three")

  static let films: [(String, Sketch)] = [
    (
      "song.ogg has no drop",
      Sketch {
        Scene(at: song.drop(), for: 2) { Text("a").lasting(1) }
        Text("b").starting(at: song.drop() + 1).lasting(until: song.drop() + 2)
        Soundtrack(song)
      }
    ),
    (
      "song.ogg has 1 section \"Chorus\", not 3",
      Sketch(.landscape1080) {
        Scene(during: song.section("Chorus", 3)) { Text("a").entering(.fade, over: 70).lasting(90) }
        Series {
          Solid(.red).lasting(song.section("Chorus", 3))
          Solid(.blue).entering(.dissolve, over: 2).lasting(1)
        }
        Text("c").opacity(.keyframes(.at(song.section("Chorus", 3).end, 0), .at(1, 1)))
        Soundtrack(song)
      }
    ),
    (
      "no line of the lyrics has the words \"four\"",
      Sketch {
        Scene(at: 1, until: lyrics.cue("four").end) { Text("a") }
        Scene(during: lyrics.cue("four")) { Text("b").exiting(.fade, over: 2) }
      }
    ),
  ]

  @Test("is told of by what is missing, and by nothing that follows from it", arguments: films.indices)
  func oneSentence(index: Int) {
    let (message, film) = Self.films[index]
    let found = Set(film.lowered().log.diagnostics.map(\.problem.message))
    #expect(found == [message])
  }

  @Test("doesn't hide what is wrong beside it")
  func others() {
    let film = Sketch {
      Scene(at: song.drop(), for: 2) { Text("a") }
      Text("b").starting(at: 12).lasting(1)
      Soundtrack(song)
    }
    #expect(film.lowered().log.diagnostics.count == 2)
  }

  @Test("is matched whatever the letter case of its name")
  func letterCase() {
    let film = Sketch(.landscape1080) {
      Scene(during: song.section("CHORUS")) { Text("a") }
      Scene(during: Self.lyrics.cue("ONE")) { Text("b") }
      Soundtrack(song)
    }
    #expect(film.lowered().log.diagnostics == [])
  }
}

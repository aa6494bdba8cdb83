import Libretto
import Rehearsal
import Testing

@Suite("Sections of a lyric sheet")
struct KnownSectionsTests {
  private static let sheet = LyricSheet(
    text:
      "[00:02.00][Verse 1]\n[00:02.50]one\n[00:20.00][Chorus - loud]\n[00:20.40]two\n[00:40.00][Chorus]\n[00:41.00]three\n"
  )

  private func turns(_ film: Sketch) -> [String] {
    film.dump().split(separator: "\n").filter { $0.contains("solid") || $0.contains("error") }.map {
      $0.split(separator: " ").prefix(2).joined(separator: "-")
    }
  }

  @Test("are the song's, where its markers are and under their names")
  func known() {
    let song = Song("song.ogg", sectionsFrom: Self.sheet)
    let film = Sketch(.landscape1080.lasting(60)) {
      Scene(during: song.section("Verse 1")) { Solid(.red) }
      Scene(during: song.section("chorus", 2)) { Solid(.red) }
      Soundtrack(song)
    }
    #expect(turns(film) == ["2.000-20.000", "40.000-60.000"], "\(film.dump())")
  }

  @Test("must be marked")
  func unmarked() {
    let song = Song("song.ogg", sectionsFrom: LyricSheet(text: "[00:02.50]one"))
    let film = Sketch { Scene(during: song.section("Verse")) { Solid(.red) } }
    #expect(film.dump().contains("error: no sections are marked in this lyric sheet"), "\(film.dump())")
  }

  @Test("give way to those that the author names")
  func said() {
    let song = Song("song.ogg", sections: ["Verse 1": 5, "Chorus": 9], sectionsFrom: Self.sheet)
    let film = Sketch { Scene(during: song.section("Verse 1")) { Solid(.red) } }
    #expect(turns(film) == ["5.000-9.000"], "\(film.dump())")
  }
}

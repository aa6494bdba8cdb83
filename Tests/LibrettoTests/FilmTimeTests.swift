import Libretto
import Rehearsal
import Testing
import Timeline

@Suite("A song that is played twice as fast")
struct FilmTimeTests {
  private static let song = Song("song.ogg", tempo: 120)
  private static let sheet = LyricSheet(text: "[00:10.00]<00:10.00>Run, <00:12.00>run<00:14.00>")

  private func times(@LayersBuilder _ content: @escaping @Sendable () -> Layers) -> [String] {
    let film = Sketch(.landscape1080.frameRate(100).lasting(20)) {
      content()
      Soundtrack(Self.song).speed(2)
    }
    return film.dump().split(separator: "\n").filter { !$0.contains("sound") }.map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
  }

  @Test("leaves what lasts as long as a line on stage for half of that")
  func lineLength() {
    let found = times {
      for line in Self.sheet.lines { Solid(.ink).starting(at: line.start).lasting(line.length) }
      Solid(.red).lasting(Self.song.length)
      Solid(.red).lasting(Self.song.length / 4)
      Solid(.gold).lasting(Self.sheet.cue("run"))
    }
    #expect(found == ["5.000 7.000", "0.000 20.000", "0.000 7.500", "0.000 2.000"])
  }

  @Test("has captions that come as early, and stay as long, as the film's clock says")
  func leadAndHold() {
    let found = times { Captions(Self.sheet).style(.line(.cut)).shown(early: 0.5, holding: 1) }
    #expect(found.contains("4.500 8.000"), "\(found)")
  }

  @Test("flashes by lengths of the film, and by beats of the song")
  func decay() throws {
    let opacities = try [Length.seconds(0.2), .beats(1)].map { decay -> [Double] in
      let film = Sketch(.landscape1080.frameRate(100).lasting(2)) {
        Solid(.ink).opacity(.flashing(on: Self.song.beats.every(2), from: 0, to: 1, decay: decay))
        Soundtrack(Self.song).speed(2)
      }
      let opacity = try #require(film.lowered().timeline).clips[0].look.opacity
      return [0.1, 0.24, 0.26].map { (opacity.value(at: Time(seconds: $0)) * 100).rounded() / 100 }
    }
    #expect(opacities == [[0.25, 0, 0], [0.36, 0, 0]])
  }
}

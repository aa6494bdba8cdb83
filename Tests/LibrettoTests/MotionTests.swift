import Libretto
import Rehearsal
import Testing

@Suite("Motion")
struct MotionTests {
  private func clips(_ film: Sketch, _ word: String) -> [String] {
    film.dump().split(separator: "\n").map(String.init).filter { $0.contains(word) }
  }

  @Test("counts in as many texts as there are words, each as long as it is true")
  func counter() {
    let film = Sketch(.landscape1080.lasting(1)) {
      Counter(to: 3, over: 1, easing: .linear) { "\(Int($0)) of 3" }
    }
    let found = clips(film, "text").map { $0.split(separator: " ").prefix(5).joined(separator: " ") }
    #expect(
      found == [
        "0.000 0.333 text \"0 of", "0.333 0.667 text \"1 of", "0.667 1.000 text \"2 of",
      ], "\(film.dump())")
  }

  @Test("of colors, lines and outlines is told by the timeline")
  func shapes() {
    let film = Sketch {
      Rectangle().fill(.ramp(from: .gradient(.red, .blue), to: .color(.red), over: 2, easing: .linear))
      Ellipse().unfilled().stroke(.white, width: .ramp(from: 1, to: 8, over: 1, easing: .linear)).drawn(
        to: .ramp(from: 0, to: 1, over: 1))
    }
    #expect(
      film.dump().contains("rectangle  \(Paint.gradient(.red, .blue))@0.000→\(Color.red)@2.000"),
      "\(film.dump())")
    #expect(film.dump().contains("ellipse  stroke 1@0.000→8@1.000 \(Color.white)"), "\(film.dump())")
  }

  @Test("is staggered in the order that is said")
  func staggers() {
    let film = Sketch {
      Group { for letter in ["a", "b", "c"] { Text(letter) } }.staggered(.backward(0.5))
    }
    let found = clips(film, "text").map { $0.split(separator: " ")[0] }
    #expect(found == ["1.000", "0.500", "0.000"], "\(film.dump())")
  }

  @Test("that repeats needs a length")
  func refuses() {
    let film = Sketch { Text("a").opacity(.ramp(from: 0, to: 1, over: 1).repeating(every: 0)) }
    #expect(film.dump().contains("error: what repeats needs a length above zero"))
  }

  @Test("goes along with the song downwards where its range falls, and a range at hand works too")
  func fallingRange() {
    let atHand = 0.2...0.7
    let film = Sketch {
      Solid(.red).opacity(.following(song.waveform, 0.45...0.25)).frame(
        width: .following(song.waveform, 420...8), height: .following(song.waveform, 8...2 * 90))
      Solid(.blue).opacity(.following(song.waveform, atHand))
      Soundtrack(song)
    }
    let dump = film.dump()
    #expect(dump.contains("follows 420…8") && dump.contains("follows 8…180"), "\(dump)")
    #expect(dump.contains("opacity follows 0.45…0.25") && dump.contains("follows 0.2…0.7"), "\(dump)")
    let back = Animated<Double>.ramp(from: 0, to: 1, over: 1, easing: .linear).within(0.8...0.3)
    #expect(Sketch { Text("a").opacity(back.map { 1 - $0 }) }.lowered().timeline != nil)
  }

  @Test("counts down to a moment and up from one, in whole seconds")
  func seconds() {
    let film = Sketch(.landscape1080.lasting(3)) {
      Counter(to: .end)
      Counter(since: 1) { "\($0.written(decimals: 1)) s" }
    }
    let found = film.dump().split(separator: "\n").filter { $0.contains("text") }
      .map { line in line.split(separator: "  ").map(String.init) }
    #expect(
      found.prefix(3).map { $0[0] + " " + $0[2] } == [
        "0.000 1.000 \"3\"", "1.000 2.000 \"2\"", "2.000 3.000 \"1\"",
      ])
    #expect(found.last?[2] == "\"2.0 s\"")
  }

  @Test("shows how far the song is, a text a second, wherever it begins")
  func timeOfSong() {
    let film = Sketch(.landscape1080.lasting(3)) {
      Text(.time(of: song)).font("Inter", size: 30)
      Text(.time(of: song, .remaining))
      Soundtrack(song, from: 58.5)
    }
    let texts = film.dump().split(separator: "\n").filter { $0.contains("text") }.map(String.init)
    let words = texts.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(words == ["0:58", "0:59", "1:00", "-0:02", "-0:01", "0:00"], "\(texts)")
  }

  @Test("keeps every three digits of a counter apart")
  func grouped() {
    let film = Sketch(.landscape1080.lasting(1)) {
      Counter(from: 1_234_567, to: 1_234_567).grouped(by: .comma)
      Counter(from: 1234.5, to: 1234.5) { "\($0) m, 2 of 12345" }.grouped(by: .point)
    }
    let dump = film.dump()
    #expect(dump.contains("\"1,234,567\"") && dump.contains("\"1.234,5 m, 2 of 12.345\""), "\(dump)")
  }
}

private let song = Song("song.ogg")

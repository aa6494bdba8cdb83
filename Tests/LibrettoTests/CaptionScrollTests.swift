import Libretto
import Rehearsal
import Testing

@Suite("Lines of a stack")
struct CaptionScrollTests {
  @Test("leave for a section in another style")
  func leavesForOthers() throws {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: "[00:01.00][Verse]\n[00:01.00]a b\n[00:03.00][Chorus]\n[00:03.00]c d"))
        .style(.stack()).style(.line(.cut), during: "Chorus")
    }
    let texts = try #require(film.lowered().timeline).clips.texts
    #expect(texts == ["0.767 3.000 a b", "3.000 5.600 c d"])
  }

  @Test(
    "stay as far apart as they are while one comes in", arguments: [0.85, 1.8, 1.9, 2.1, 2.6])
  func scrollsTogether(seconds: Double) throws {
    let sheet = LyricSheet(text: (1...6).map { "[00:0\($0).00]line \($0)" }.joined(separator: "\n"))
    let film = Sketch(.size(400, 300).frameRate(20).lasting(8)) {
      Captions(sheet).style(.stack(before: 1, after: 2).size(20))
    }
    let frame = FrameIndex(Int(seconds * 20))
    let lines = try #require(film.lowered().timeline).clips[0].content.children.filter {
      $0.frames.contains(frame)
    }
    let places = lines.compactMap { line -> Double? in
      let time = FrameRate(20).start(of: FrameIndex(frame.value - line.turn.lowerBound.value))
      return line.look.position?.y.value(at: time).height(in: .zero)
    }
    #expect(places.count >= 3)
    #expect(zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - 27.2) < 0.001 }, "\(places)")
  }
}

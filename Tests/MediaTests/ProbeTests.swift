import Footage
import Primitives
import Testing

@testable import Media

@Suite("A look at a file")
struct ProbeTests {
  @Test("tells pictures, animations, clips and sounds apart by what is in them, whatever they are called")
  func kinds() throws {
    let folder = TemporaryFolder()
    let still = try folder.file("a.mp3", PictureFixture.file("bmp", "bgr24"))
    let moving = try folder.file("b.jpg", PictureFixture.gif([(1, 10, 0, 4, 1), (2, 30, 0, 4, 1)]))
    let sound = try folder.file("c.png", wav(sine(440, rate: 8000, count: 4000), rate: 8000, channels: 1))
    let film = try NumberedFilm(name: "plain").write(in: folder)
    let facts = try [still, moving, sound, film].map { try MediaProbe.facts(of: $0) }
    #expect(facts.map(\.kind) == [.picture, .animation, .sound, .clip])
    #expect(facts.map(\.coding) == ["BMP", "GIF", "pcm_s16le", "h264"])
    #expect(facts.map(\.frameCount) == [1, 2, nil, 40])
    #expect(facts.map(\.length) == [nil, 0.4, 0.5, 1.6])
    #expect(facts[3].rate == 25 && facts[3].size == NumberedFilm.size && facts[2].sampleRate == 8000)
    #expect(facts[3].streams.map(\.kind) == ["video"] && facts[2].streams.map(\.kind) == ["audio"])
  }

  @Test(
    "says why there is nothing to see",
    arguments: [
      ("", "it is an empty file"), ("<html>", "it is a web page"), ("words", "is not a sound or film"),
    ])
  func nothing(content: String, words: String) throws {
    let folder = TemporaryFolder()
    let path = try folder.file("x", Array(content.utf8))
    let found = problem { () throws(Problem) in try MediaProbe.facts(of: path) }
    #expect(found?.kind == .badInput && found?.message.contains(words) == true, "\(found?.message ?? "")")
  }
}

@Suite("A limit")
struct MediaLimitTests {
  @Test(
    "is refused in words that make no sense",
    arguments: [
      ("sides=3", "there is no limit sides=3"), ("side", "there is no limit side"),
      ("side=0", "side can't be 0"),
      ("side=70000", "side can't be 70000"), ("pixels=9G", "pixels can't be 9G"),
      ("frames=-1", "frames can't be -1"),
      ("frames=99999999999999999999", "frames can't be 99999999999999999999"),
    ])
  func nonsense(words: String, message: String) {
    let found = problem { () throws(Problem) in try MediaLimit.set(words) }
    #expect(found?.message == message && found?.kind == .usage)
  }

  @Test("is set by its name, and holds from then on")
  func set() throws {
    // One that no other test comes near.
    try MediaLimit.set("clip-frames=3M,sound-hours=24")
    #expect(MediaLimit.clipFrames.value == 3 << 20 && MediaLimit.soundHours.value == 24)
  }
}

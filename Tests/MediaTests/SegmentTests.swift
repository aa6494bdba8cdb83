import Primitives
import Testing

@testable import Media

@Suite("A segment")
struct SegmentTests {
  @Test("is whole and closed, however short", arguments: [1, 2, 3, 7, 40])
  func whole(frames: Int) throws {
    let made = try segment(frames: frames, smallSettings(30))
    #expect(made.fault == nil && made.frameCount == frames && made.packets[0].isKey)
  }

  @Test("has the same bytes when it is made again, and a header that doesn't depend on its frames")
  func deterministic() throws {
    let first = try segment(frames: 9, smallSettings(25), seed: 4)
    let again = try segment(frames: 9, smallSettings(25), seed: 4)
    let other = try segment(frames: 1, smallSettings(25), seed: 5)
    #expect(first == again && first.header == other.header && first.delay == other.delay)
  }

  @Test("has a key frame at its start, and then every ten seconds")
  func keyFrames() throws {
    let made = try segment(frames: 45, smallSettings(2))
    #expect(made.packets.filter(\.isKey).map(\.presentationIndex) == [0, 20, 40])
  }

  @Test("needs a preset that exists")
  func preset() {
    var settings = smallSettings(30)
    settings.preset = "fats"
    let found = problem { () throws(Problem) in try settings.check() }
    #expect(found?.message == "there is no encoder preset \"fats\"")
    #expect(found?.hints.first == "did you mean fast?")
  }

  @Test(
    "needs an even size, a rate and a quality",
    arguments: [
      (63, 36, 30, 20.0), (64, 0, 30, 20), (64, 36, 0, 20), (64, 36, 30, 52), (64, 36, 30, 0.5),
      (64, 36, 30, .nan),
    ])
  func settings(width: Int, height: Int, rate: Int, crf: Double) {
    let settings = EncoderSettings(
      preset: "fast", crf: crf, size: PixelSize(width: width, height: height), rate: FrameRate(rate))
    let found = problem { () throws(Problem) in try SegmentEncoder.open(settings) }
    #expect(found?.kind == .usage)
  }

  @Test("is found out when a frame is missing, doubled or late")
  func faults() throws {
    let whole = try segment(frames: 6, smallSettings(30))
    var (missing, doubled, late) = (whole, whole, whole)
    missing.packets.removeLast()
    doubled.packets[1].presentationIndex = 0
    late.delay = 0
    late.packets.reverse()
    late.packets[0].isKey = true
    #expect(missing.fault != nil && doubled.fault != nil && late.fault != nil)
  }
}

import Foundation
import Media
import Primitives
import Testing

@Suite("Neon Rain")
struct NeonRainTests {
  @Test("renders whole, steady and as long as its song")
  func renders() throws {
    let film = Workshop.file("neon.mp4")
    let run = try Command.run("render", "NeonRain", "--scale", "0.1", "--quality", "draft", "-o", film)
    #expect(run.code == 0, "\(run.errors)")
    let report = try FilmCheck.report(film)
    #expect(report.size == PixelSize(width: 192, height: 108))
    #expect(report.frameCount == 2043)
    #expect(report.isSteady && report.isTagged)
    #expect(report.soundSampleCount == 3_268_800)
  }

  @Test("has at least six scenes, a title and words")
  func scenes() throws {
    let run = try Command.run("timeline", "NeonRain")
    #expect(run.code == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count { $0.contains("  picture  ") } >= 6)
    #expect(lines.count { $0.contains("  text  ") } >= 8)
  }

  @Test("has pictures that its sister piece draws, to the byte")
  func pictures() throws {
    let still = Workshop.file("skyline.jpg")
    let run = try Command.run("still", "NeonPictures", "--at", "frame:0", "-o", still)
    #expect(run.code == 0, "\(run.errors)")
    let kept = Command.root + "/Compositions/neon-rain/skyline.jpg"
    #expect(try Workshop.bytes(of: still) == Workshop.bytes(of: kept), "draw them anew: Scripts/draw")
  }
}

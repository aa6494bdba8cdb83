import Foundation
import FrameGraph
import Libretto
import Media
import Primitives
import Production
import Raster
import Testing
import Timeline

@Suite("A film")
struct FilmRenderTests {
  @Test("has the same bytes whatever the number of workers")
  func sameBytes() throws {
    let stage = try Stage(SmallFilm())
    let films = try [1, 2, 3, 7].map { jobs in
      let path = Workshop.file("film.mp4")
      try stage.render(jobs: jobs, to: path)
      return try Workshop.bytes(of: path)
    }
    #expect(films.dropFirst().allSatisfy { $0 == films[0] })
  }

  @Test("is steady, tagged, and as long as its song")
  func facts() throws {
    let path = Workshop.file("film.mp4")
    try Stage(SmallFilm()).render(jobs: 2, to: path)
    let report = try FilmCheck.report(path)
    #expect(report.frameCount == 90)
    #expect(report.rate == 30)
    #expect(report.isSteady && report.isTagged)
    #expect(report.firstFrame == .zero)
    #expect(report.videoLength == 3)
    #expect(report.soundSampleCount == 144_000)
  }

  @Test("can be a part of the whole, with the sound of that part")
  func part() throws {
    let path = Workshop.file("part.mp4")
    try Stage(SmallFilm()).render(30..<45, jobs: 2, to: path)
    let report = try FilmCheck.report(path)
    #expect(report.frameCount == 15)
    #expect(report.soundSampleCount == 24_000)
  }

  @Test("shows in each frame what a still of it shows, byte for byte", arguments: [0, 1, 44, 45, 50, 89])
  func stills(number: Int) throws {
    let studio = try Stage(SmallFilm()).studio
    let frame = FrameIndex(number)
    // A worker's painter comes from other frames, a still's is fresh.
    var used = try studio.painter()
    for earlier in max(0, number - 5)...number {
      try used.paint(studio.graph.drawing(at: FrameIndex(earlier)))
    }
    let inFilm = try used.withPixels { pixels throws(Problem) in
      try PictureWriter.png(pixels, size: studio.graph.size)
    }
    let still = try Still.encoded(frame, of: studio, for: "still.png")
    #expect(inFilm == still)
  }

  @Test("leaves nothing behind when it can't be made")
  func failure() throws {
    let path = Workshop.file("no-folder") + "/film.mp4"
    #expect(throws: Problem.self) { try Stage(HeldFilm()).render(jobs: 2, to: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("stays as it was when a new one can't take its place")
  func staysOnFailure() throws {
    let (picture, path) = (Workshop.file("gone.png"), Workshop.file("film.mp4"))
    try Workshop.write(Workshop.bytes(of: Workshop.folder + "/a.png"), to: picture)
    try Workshop.write([1, 2, 3], to: path)
    struct Gone: Composition {
      var picture = ""
      var canvas: Canvas { .size(64, 36).lasting(1) }
      var body: Layers { Image(picture) }
    }
    let stage = try Stage(Gone(picture: picture))
    try FileManager.default.removeItem(atPath: picture)
    #expect(throws: Problem.self) { try stage.render(jobs: 1, to: path) }
    #expect(try Workshop.bytes(of: path) == [1, 2, 3])
    let names = try FileManager.default.contentsOfDirectory(atPath: Workshop.folder)
    let temporary = ".\(URL(fileURLWithPath: path).lastPathComponent).tmp"
    #expect(!names.contains { $0.hasPrefix(temporary) })
  }
}

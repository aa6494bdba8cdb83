import FrameGraph
import Libretto
import Media
import Primitives
import Production
import Testing
import Timeline

/// Two pictures that dissolve, words over them, and a song: a bit of everything, and small.
struct SmallFilm: Composition {
  let song = Song(Workshop.folder + "/tone.wav", tempo: 120)
  var canvas: Canvas { .size(160, 90) }

  var body: Layers {
    Series {
      Image(Workshop.folder + "/a.png").kenBurns(.zoomIn(0.3))
      Image(Workshop.folder + "/b.png").kenBurns(.pan(.left)).entering(.dissolve, over: .beats(1))
    }
    Text("small").font("Bebas Neue", size: 30).exiting(.fade, over: 1)
    Soundtrack(song).fadingOut(over: 0.5)
  }
}

/// One picture that stays as it is.
struct HeldFilm: Composition {
  var canvas: Canvas { .size(160, 90).lasting(2) }
  var body: Layers { Image(Workshop.folder + "/a.png") }
}

/// A composition made ready without the command line.
struct Stage {
  let timeline: Timeline
  let studio: Studio

  init(_ composition: some Composition, size: PixelSize? = nil) throws {
    let (resources, log) = (ProjectResources(), DiagnosticLog())
    timeline = try composition.lowered(named: "test", with: resources, reporting: log)
    try #require(timeline.violations == [])
    studio = try Studio(FrameGraph(timeline, size: size), resources: resources)
  }

  func render(
    _ frames: Range<FrameIndex>? = nil, jobs: Int, cache: RenderCache? = nil, to path: String,
    report: @escaping @Sendable (RenderProgress) -> Void = { _ in }
  ) throws {
    let all = FrameIndex.zero..<FrameIndex(studio.graph.frameCount)
    try FilmRender(
      title: "test", studio: studio, frames: frames ?? all, sounds: timeline.sounds,
      settings: Quality.draft.settings(size: studio.graph.size, rate: studio.graph.rate), workers: jobs,
      cache: cache, report: report
    ).write(to: path)
  }
}

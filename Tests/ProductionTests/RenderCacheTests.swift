import Foundation
import FrameGraph
import Libretto
import Media
import Primitives
import Production
import Synchronization
import Testing

@Suite("A render cache")
struct RenderCacheTests {
  /// What a render made and kept, and what was said meanwhile.
  private struct Outcome {
    var bytes: [UInt8]
    var made: Int
    var kept: Int
    var warnings: [String]
  }

  private func render(_ film: some Composition, _ folder: String?) throws -> Outcome {
    let warnings = Mutex<[String]>([])
    let last = Mutex(RenderProgress())
    let cache = folder.map { RenderCache(folder: $0) { words in warnings.withLock { $0.append(words) } } }
    let path = Workshop.file("film.mp4")
    try Stage(film).render(jobs: 2, cache: cache, to: path) { progress in
      last.withLock { if progress.frames >= $0.frames { $0 = progress } }
    }
    let progress = last.withLock { $0 }
    return Outcome(
      bytes: try Workshop.bytes(of: path), made: progress.frames - progress.kept, kept: progress.kept,
      warnings: warnings.withLock { $0 })
  }

  /// Three scenes of two seconds, the words of the middle one at hand, one more in front if wanted.
  private struct Scenes: Composition {
    var words = "middle"
    var hasOpening = false
    var place = 50.0
    var growth = 1.0
    var canvas: Canvas { .size(64, 36) }
    var body: Layers {
      Series {
        if hasOpening { Solid(.violet).lasting(1.1) }
        Solid(.red).lasting(2)
        Scene(for: 2) {
          Solid(.ink)
          Text(words).font("Inter", size: 12).placed(x: .percent(place), y: .percent(50)).scale(growth)
        }
        Image(Workshop.folder + "/a.png").kenBurns(.zoomIn(0.2)).lasting(2)
      }
    }
  }

  @Test("gives the same film cold, warm, and not at all")
  func sameBytes() throws {
    let folder = Workshop.file("cache")
    let without = try render(SmallFilm(), nil)
    let cold = try render(SmallFilm(), folder)
    let warm = try render(SmallFilm(), folder)
    #expect(cold.bytes == without.bytes)
    #expect(warm.bytes == without.bytes)
    #expect(cold.kept == 0 && warm.made == 0)
  }

  @Test("makes only the segments that a change touches")
  func oneWord() throws {
    let folder = Workshop.file("cache")
    _ = try render(Scenes(), folder)
    let changed = try render(Scenes(words: "changed"), folder)
    #expect(changed.made == 60 && changed.kept == 120)
    #expect(changed.bytes == (try render(Scenes(words: "changed"), nil).bytes))
  }

  @Test("finds scenes again that another one pushed back")
  func insertedScene() throws {
    let folder = Workshop.file("cache")
    _ = try render(Scenes(), folder)
    let inserted = try render(Scenes(hasOpening: true), folder)
    #expect(inserted.made == 33 && inserted.kept == 180)
  }

  /// Two seconds of a picture that moves, as they are or again and again.
  private struct Rounds: Composition {
    var count = 0
    var canvas: Canvas { .size(64, 36) }
    var body: Layers {
      let move = Image(Workshop.folder + "/a.png").kenBurns(.zoomIn(0.2)).lasting(2)
      Series {
        Solid(.red).lasting(1)
        if count > 0 { move.looping(times: count) } else { move }
      }
    }
  }

  @Test("finds each round of what plays again and again")
  func rounds() throws {
    let folder = Workshop.file("cache")
    _ = try render(Rounds(), folder)
    let again = try render(Rounds(count: 3), folder)
    #expect(again.made == 0 && again.kept == 210)
    #expect(again.bytes == (try render(Rounds(count: 3), nil).bytes))
  }

  @Test("drops a damaged entry with one warning and makes it anew", arguments: 0..<12)
  func damage(place: Int) throws {
    let folder = Workshop.file("cache")
    let whole = try render(Scenes(), folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "ledgers" {
      var bytes = try Workshop.bytes(of: "\(folder)/\(name)")
      if place == 0 { bytes = [] } else { bytes[(bytes.count - 1) * (place - 1) / 10] ^= 0x10 }
      try Workshop.write(bytes, to: "\(folder)/\(name)")
    }
    let mended = try render(Scenes(), folder)
    #expect(mended.bytes == whole.bytes)
    #expect(mended.kept == 0)
    #expect(mended.warnings.count == 1)
    let again = try render(Scenes(), folder)
    #expect(again.made == 0 && again.warnings.isEmpty)
  }

  @Test("that can't be written to costs a warning, not the film")
  func unwritable() throws {
    let file = Workshop.file("file")
    try Workshop.write([1], to: file)
    let outcome = try render(Scenes(), file + "/cache")
    #expect(outcome.made == 180)
    #expect(outcome.warnings.count == 1)
  }

  @Test("forgets what was used longest ago")
  func prunes() throws {
    let folder = Workshop.file("cache")
    _ = try render(Scenes(), folder)
    let cache = RenderCache(folder: folder) { _ in }
    let (count, bytes) = cache.kept.size
    #expect(count == 3)
    cache.prune(to: bytes - 1)
    #expect(cache.kept.size.count == 2)
    cache.clear()
    #expect(cache.kept.size.count == 0)
  }

  private func forecast(_ film: some Composition, _ quality: Quality, _ folder: String) throws
    -> RenderForecast
  {
    let graph = try Stage(film).studio.graph
    return RenderForecast(
      graph, frames: 0..<FrameIndex(graph.frameCount),
      settings: quality.settings(size: graph.size, rate: graph.rate),
      cache: RenderCache(folder: folder) { _ in },
      title: "test")
  }

  @Test("foresees what a render would make, and says why")
  func foresees() throws {
    let folder = Workshop.file("cache")
    let before = try forecast(Scenes(), .draft, folder)
    #expect(before.segments.map(\.reasons) == Array(repeating: ["it was never made"], count: 3))
    _ = try render(Scenes(), folder)
    #expect(try forecast(Scenes(), .draft, folder).segments.allSatisfy { $0.isKept })

    let changed = try forecast(Scenes(words: "changed"), .draft, folder)
    #expect(changed.segments.map(\.isKept) == [true, false, true])
    #expect(
      changed.segments[1].reasons == ["new: text \"changed\" #ffffff", "gone: text \"middle\" #ffffff"])
    let moved = try forecast(Scenes(place: 75), .draft, folder)
    #expect(moved.segments.map(\.isKept) == [true, false, true])
    let words = "text \"middle\" #ffffff"
    #expect(
      moved.segments[1].reasons == ["\(words): moved from 50%,50% to 75%,50%"],
      "\(moved.segments[1].reasons)")
    let grown = try forecast(Scenes(growth: 1.5), .draft, folder)
    #expect(grown.segments[1].reasons == ["\(words): now scale 1.5,1.5"], "\(grown.segments[1].reasons)")
    let hasTime = changed.seconds.map { $0 > 0 } ?? false
    #expect(hasTime)

    // A render that makes nothing leaves what is known of time as it was.
    _ = try render(Scenes(), folder)
    let kept = try forecast(Scenes(words: "changed"), .draft, folder)
    #expect(kept.seconds == changed.seconds)

    let better = try forecast(Scenes(), .master, folder)
    #expect(
      better.segments.allSatisfy { !$0.isKept && $0.reasons[0].hasPrefix("other settings: slow, crf 14") })
  }
}

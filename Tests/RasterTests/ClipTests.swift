import FrameGraph
import Libretto
import Primitives
import Rehearsal
import Synchronization
import Testing

@testable import Raster

@Suite("A clip on screen")
struct ClipTests {
  @Test("is seen frame by frame, mixed, and over its own soft copy")
  func goldens() throws {
    let film = Sketch(.stamp) {
      Video("balls").fit(.blurred).frame(width: 80, height: 90).placed(x: 0, y: 0, anchor: .topLeft)
      Video("balls", speed: 0.5).conformed(by: .blend).frame(width: 70)
        .placed(x: 85, y: 5, anchor: .topLeft)
      Video("balls", reversed: true).frame(width: 70).rotation(8)
        .placed(x: 85, y: 47, anchor: .topLeft).opacity(0.8)
    }
    try expectGolden(film.still(at: 0.5), "clips@0500ms")
  }

  @Test("looks the same whatever a painter showed before")
  func order() throws {
    let graph = try Sketch(.stamp) { Video("balls").conformed(by: .blend).fit(.contain) }.graph()
    var painter = try Painter.fresh(graph.size)
    for number in [3, 4, 5, 0, 19, 18, 3, 7] {
      let drawing = graph.drawing(at: FrameIndex(number))
      let fresh = try drawing.painted()
      #expect(try painter.pixels(of: drawing) == fresh.pixels, "frame \(number)")
    }
  }

  /// What was asked of a clip.
  private final class Notes: Sendable {
    let words = Mutex<[String]>([])
    func add(_ word: String) { words.withLock { $0.append(word) } }
  }

  private final class Noted: ClipFrames {
    private let name: UInt64
    private let notes: Notes
    init(_ name: UInt64, _ notes: Notes) { (self.name, self.notes) = (name, notes) }
    deinit { notes.add("close \(name)") }
    var (decoderBytes, frameBytes) = (0, 0)
    func keep(atMost bytes: Int) {}
    func distance(to frame: FrameIndex) -> Int? { 0 }
    func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
      notes.add("\(name):\(frame)")
      return .noise(width: 8, height: 8, seed: name, isOpaque: true)
    }
  }

  @Test("is asked for each frame once while it is on screen, and closed once it is gone")
  func thrift() throws {
    let notes = Notes()
    let store = PictureStore(
      clips: { Noted($0.low, notes) }, load: { _, _ throws(Problem) in throw Problem(.bug, "no pictures") })
    let shelf = ClipShelf(store)
    func show(_ clip: UInt64, _ frames: Int...) throws {
      let sources = frames.map {
        PictureSource(digest: Fingerprint(high: 0, low: clip), frame: FrameIndex($0))
      }
      shelf.turnPage(showing: sources)
      for source in sources { _ = try shelf.pyramid(of: source, source.frame ?? 0) }
    }
    try show(1, 0, 1)
    try show(1, 1, 2)
    try show(2, 0)
    shelf.forgetUnused()
    // Frame 2 was seen two drawings ago.
    try show(2, 0, 1)
    try show(1, 2)
    try show(2, 5)
    shelf.forgetUnused()
    try show(2, 5)
    shelf.forgetUnused()
    #expect(
      notes.words.withLock { $0 } == [
        "1:0", "1:1", "1:2", "2:0", "2:1", "1:2", "2:5", "close 1",
      ])
  }
}

import Footage
import FrameGraph
import Libretto
import Media
import Primitives
import Production
import Raster
import Synchronization
import Testing
import Timeline

/// Views of one clip on a canvas three times as large.
private struct Wall: Composition {
  var layers: Layers = []
  var canvas: Canvas { .size(384, 192).frameRate(30).lasting(1) }
  var body: Layers { layers }
}

/// Counts the frames that decoders give.
private final class Counter: Sendable {
  let decoded = Mutex(0)
  let opened = Mutex(0)

  final class Frames: ClipFrames {
    private let reader: ClipReader
    private let counter: Counter
    init(_ reader: ClipReader, _ counter: Counter) {
      (self.reader, self.counter) = (reader, counter)
      counter.opened.withLock { $0 += 1 }
    }
    var decoderBytes: Int { reader.decoderBytes }
    var frameBytes: Int { reader.frameBytes }
    func keep(atMost bytes: Int) { reader.keep(atMost: bytes) }
    func distance(to frame: FrameIndex) -> Int? { reader.distance(to: frame) }
    func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
      let before = reader.decodedCount
      let bitmap = try reader.bitmap(frame)
      counter.decoded.withLock { $0 += reader.decodedCount - before }
      return bitmap
    }
  }
}

/// Paints one film of one clip, with as many decoders and as much memory as it is given.
private struct Projection {
  let graph: FrameGraph
  let counter = Counter()
  private let clip: ClipFile
  private let studio: Studio

  init(_ clip: ClipFile, _ layers: Layers) throws {
    (self.clip, studio) = (clip, try Stage(Wall(layers: layers)).studio)
    graph = studio.graph
  }

  func painter(bytes: Int = 192 << 20, decoders: Int = 64) throws -> Painter {
    let (clip, counter) = (clip, counter)
    let store = PictureStore(
      clipBytes: bytes, clipDecoders: decoders,
      clips: { _ throws(Problem) in Counter.Frames(try clip.reader(byteLimit: 0), counter) },
      load: { _, _ throws(Problem) in throw Problem(.bug, "there are no pictures") })
    return try Painter(size: graph.size, pictures: store, fonts: studio.fonts)
  }

  /// How many frames were decoded to paint all of it.
  func decoded() throws -> Int {
    var painter = try painter()
    for number in 0..<graph.frameCount { try painter.paint(graph.drawing(at: FrameIndex(number))) }
    return counter.decoded.withLock { $0 }
  }
}

extension Painter {
  fileprivate mutating func pixels(of drawing: Drawing) throws -> [UInt32] {
    try paint(drawing)
    return try withPixels { span in span.indices.map { span[$0] } }
  }
}

@Suite("Several views of one clip")
struct ViewTests {
  static let films: [NumberedFilm] = [
    NumberedFilm(count: 90, keyInterval: 250, bFrames: 3, rate: 30, name: "H.264 with one key frame"),
    NumberedFilm(
      encoder: "libx265", container: "mkv", count: 90, keyInterval: 250, bFrames: 3,
      options: [("x265-params", "log-level=none")], rate: 30, name: "HEVC with one key frame"),
    NumberedFilm(
      encoder: "libvpx-vp9", container: "webm", count: 90, keyInterval: 250, bFrames: 0,
      options: [("auto-alt-ref", "1"), ("lag-in-frames", "10")], rate: 30, name: "VP9 with hidden frames"),
    NumberedFilm(
      container: "ts", count: 90, options: [("x264-params", "open-gop=1:keyint=10:min-keyint=10")],
      rate: 30,
      name: "open groups in a transport stream"),
  ]

  /// What plays, and how many frames that takes from a clip of one key frame.
  static let walls: [(name: String, layers: @Sendable (String) -> Layers, decoded: Int)] = [
    ("one view", { path in [Video(path).layer] }, 30),
    (
      "two views",
      { path in [Video(path).layer, Video(path, trim: 1...).frame(width: 128).placed(.bottomRight).layer] },
      30 + 60
    ),
    (
      "five views",
      { path in
        [Video(path).layer]
          + (1..<5).map { number in
            Video(path, trim: Time(seconds: Double(number) * 0.4)...).frame(width: 96)
              .placed(x: .percent(Double(number) * 20), y: .percent(50)).layer
          }
      }, 30 + (12 + 24 + 36 + 48) + 4 * 30
    ),
    (
      "a dissolve of two parts of one take",
      { path in
        [
          Series {
            Video(path, trim: 0..<0.7)
            Video(path, trim: 1.2..<2).entering(.dissolve, over: 0.4)
          }.layer
        ]
      }, 21 + 36 + 21
    ),
    (
      "a loop, a slow one, one that is held, and one backwards",
      { path in
        [
          Video(path, trim: 0.2..<0.4, loop: .repeat).layer,
          Video(path, speed: 0.25).frame(width: 96).placed(.topRight).layer,
          Video(path, freezeAt: 1).lasting(1).frame(width: 96).placed(.bottomLeft).layer,
          Video(path, trim: 0..<1, reversed: true).frame(width: 96).placed(.bottomRight).layer,
        ]
      }, 12 + 8 + 31 + 30
    ),
  ]

  @Test("costs what each costs by itself", arguments: walls.indices)
  func cost(number: Int) throws {
    let path = Workshop.file("clip.mp4")
    try Self.films[0].write(to: path)
    let wall = Self.walls[number]
    let decoded = try Projection(ClipFile.open(path), wall.layers(path)).decoded()
    #expect(decoded <= wall.decoded, "\(wall.name)")
  }

  @Test("shows what a decoder of its own for each frame shows", arguments: films, walls.indices)
  func fresh(film: NumberedFilm, number: Int) throws {
    let path = Workshop.file("clip.\(film.container)")
    try film.write(to: path)
    let wall = Self.walls[number]
    let projection = try Projection(ClipFile.open(path), wall.layers(path))
    var usual = try projection.painter()
    // As little as there can be.
    var poor = try projection.painter(bytes: 1, decoders: 1)
    for number in stride(from: 0, to: projection.graph.frameCount, by: 3) {
      let drawing = projection.graph.drawing(at: FrameIndex(number))
      var alone = try projection.painter()
      let expected = try alone.pixels(of: drawing)
      #expect(try usual.pixels(of: drawing) == expected, "\(wall.name), frame \(number)")
      #expect(try poor.pixels(of: drawing) == expected, "\(wall.name), frame \(number), one decoder")
    }
  }

  @Test("takes more memory for decoders, where there is some, and fewer workers where there is little")
  func memory() throws {
    let path = Workshop.file("clip.mp4")
    try Self.films[0].write(to: path)
    let settings = EncoderSettings(
      preset: "veryfast", crf: 20, size: PixelSize(width: 384, height: 192), rate: 30)
    let budgets = try [0, 2].map { number in
      let graph = try Stage(Wall(layers: Self.walls[number].layers(path))).studio.graph
      return try MemoryBudget(graph, settings, workers: 2, limit: nil)
    }
    #expect(budgets[0].clipBytes == 192 << 20)
    #expect(budgets[1].clipBytes == 192 << 20 + 4 * 128 * 64 * 64)
    #expect(budgets.allSatisfy { (1...64).contains($0.clipDecoders) })
  }
}

import FrameGraph
import Primitives
import Synchronization
import Testing

@testable import Raster

/// Clips of frames that are white noise by their number, with a key frame every hundred.
private final class Projector: Sendable {
  struct Tally {
    var decoded = 0
    var opened = 0
    var open = 0
    var mostOpen = 0
  }
  let tally = Mutex(Tally())

  func store(bytes: Int = 16 << 20, decoders: Int = 64) -> PictureStore {
    PictureStore(
      clipBytes: bytes, clipDecoders: decoders, clips: { Reel($0.low, self) },
      load: { _, _ throws(Problem) in throw Problem(.bug, "no pictures") })
  }

  var decoded: Int { tally.withLock { $0.decoded } }

  static func frame(_ number: Int, of clip: UInt64) -> Bitmap {
    .noise(width: 4, height: 2, seed: clip << 32 | UInt64(number), isOpaque: true)
  }

  /// Decodes forwards from a key frame.
  private final class Reel: ClipFrames {
    private let clip: UInt64
    private let projector: Projector
    private var next = 0
    private var kept: [Int] = []
    private var limit = 0
    let (decoderBytes, frameBytes) = (1000, 10_000)

    init(_ clip: UInt64, _ projector: Projector) {
      (self.clip, self.projector) = (clip, projector)
      projector.tally.withLock { tally in
        (tally.opened, tally.open) = (tally.opened + 1, tally.open + 1)
        tally.mostOpen = max(tally.mostOpen, tally.open)
      }
    }
    deinit { projector.tally.withLock { $0.open -= 1 } }

    func keep(atMost bytes: Int) {
      limit = max(2, bytes / frameBytes)
      kept.removeFirst(max(0, kept.count - limit))
    }

    func distance(to frame: FrameIndex) -> Int? {
      if kept.contains(frame.value) { return 0 }
      return next <= frame.value && frame.value / 100 * 100 <= next ? frame.value - next + 1 : nil
    }

    func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
      if kept.contains(frame.value) { return Projector.frame(frame.value, of: clip) }
      if distance(to: frame) == nil { next = frame.value / 100 * 100 }
      while next <= frame.value {
        projector.tally.withLock { $0.decoded += 1 }
        kept.append(next)
        next += 1
      }
      kept.removeFirst(max(0, kept.count - limit))
      return Projector.frame(frame.value, of: clip)
    }
  }
}

@Suite("A painter's decoders")
struct PlayheadTests {
  /// A view: which clip it shows, and which frame of it in each drawing; none where it isn't on screen.
  private typealias View = (clip: UInt64, number: @Sendable (Int) -> Int?)

  /// Shows drawings, and looks whether each view gets its frame.
  private func show(_ views: [View], drawings: Range<Int>, on shelf: ClipShelf) throws {
    for drawing in drawings {
      let sources = views.compactMap { view in
        view.number(drawing).map {
          PictureSource(digest: Fingerprint(high: 0, low: view.clip), frame: FrameIndex($0))
        }
      }
      shelf.turnPage(showing: sources)
      for source in sources {
        let number = source.frame?.value ?? 0
        let pyramid = try shelf.pyramid(of: source, FrameIndex(number))
        let plane = try pyramid.level(forScale: 1).plane
        let expected = Projector.frame(number, of: source.digest.low).pixels
        #expect((0..<8).map { plane.pixels[$0] } == expected)
      }
    }
  }

  @Test("decode as many frames as views show, however many there are of one clip", arguments: 1...8)
  func views(count: Int) throws {
    let projector = Projector()
    // Forwards, six frames are kept: too few for a view to live on what another one left.
    let shelf = ClipShelf(projector.store(bytes: 1 << 20))
    let views: [View] = (0..<count).map { view in (1, { $0 + view * 11 }) }
    try show(views, drawings: 0..<1, on: shelf)
    // The way from the key frame to where each begins.
    #expect(projector.decoded == (0..<count).reduce(0) { $0 + $1 * 11 + 1 })
    let before = projector.decoded
    // As far as there are no other keys.
    try show(views, drawings: 1..<20, on: shelf)
    #expect(projector.decoded - before == 19 * count)
    #expect(projector.tally.withLock { $0.mostOpen } == count)
  }

  /// What views do, and how many frames are to be decoded for it at most.
  static let plays:
    [(name: String, views: [(clip: UInt64, number: @Sendable (Int) -> Int?)], decoded: Int)] =
      [
        (
          "a dissolve of two parts", [(1, { $0 < 60 ? $0 : nil }), (1, { $0 >= 40 ? $0 + 10 : nil })],
          60 + 50 + 60
        ),
        ("a new view beneath", [(1, { $0 >= 40 ? $0 - 40 : nil }), (1, { $0 })], 60 + 100),
        (
          "both mixed from two frames", [(1, { $0 / 2 }), (1, { $0 / 2 + 1 }), (1, { $0 / 2 + 30 })],
          51 + 81
        ),
        ("one held", [(1, { _ in 90 }), (1, { $0 })], 91 + 100),
        ("one slow", [(1, { $0 / 10 + 5 }), (1, { $0 + 20 })], 15 + 80 + 80 + 20),
        ("one fast, which overtakes", [(1, { $0 * 2 % 100 }), (1, { $0 / 2 + 20 })], 200 + 70 + 70),
        ("one backwards", [(1, { 99 - $0 }), (1, { $0 })], 100 + 100),
        ("both backwards", [(1, { 99 - $0 }), (1, { (149 - $0) % 100 })], 100 + 150),
        ("a loop over another", [(1, { $0 }), (1, { $0 % 10 + 40 })], 100 + 50),
        ("two loops out of step", [(1, { $0 % 12 + 60 }), (1, { ($0 + 7) % 12 + 60 })], 80 + 80),
        ("there and back", [(1, { $0 < 50 ? $0 : 99 - $0 }), (1, { $0 })], 50 + 100),
        ("an echo of a few frames", [(1, { $0 + 4 }), (1, { $0 + 2 }), (1, { $0 })], 3 * 104),
        (
          "two clips", [(1, { $0 }), (2, { $0 }), (1, { $0 + 50 }), (2, { 99 - $0 })],
          100 + 100 + 100 + 50 + 100
        ),
      ]

  @Test("lose nothing by what views do", arguments: plays.indices)
  func play(number: Int) throws {
    let play = Self.plays[number]
    let projector = Projector()
    try show(play.views, drawings: 0..<100, on: ClipShelf(projector.store()))
    #expect(projector.decoded <= play.decoded, "\(play.name): \(projector.decoded)")
  }

  @Test("are no more than there may be, and a view too many disturbs no others")
  func bounds() throws {
    let views: [View] = (0..<5).map { view in (1, { $0 + view * 15 }) }
    let few = Projector()
    try show(views, drawings: 0..<20, on: ClipShelf(few.store(decoders: 4)))
    #expect(few.tally.withLock { $0.mostOpen } == 4)
    let light = Projector()
    // One is free, and three quarters of this are three more.
    try show(views, drawings: 0..<20, on: ClipShelf(light.store(bytes: 4000)))
    #expect(light.tally.withLock { $0.mostOpen } == 4)
    // Two of five go back and forth in each drawing, and three stay where they are.
    #expect(few.decoded < 150 + 2 * 20 * 80 && light.decoded < 150 + 2 * 20 * 80)
  }

  @Test("serve more clips than there may be decoders")
  func clips() throws {
    let projector = Projector()
    let views: [View] = (0..<9).map { view in (UInt64(view), { $0 }) }
    let shelf = ClipShelf(projector.store(decoders: 4))
    try show(views, drawings: 0..<10, on: shelf)
    #expect(projector.tally.withLock { $0.mostOpen } == 4)
    // Three or so keep their places in each drawing; the others begin anew.
    #expect(projector.decoded < 3 * 10 + 6 * 55 + 9)
  }

  @Test("are given to what is shown now, and closed when nothing is")
  func closing() throws {
    let projector = Projector()
    let shelf = ClipShelf(projector.store())
    func open() -> Int { projector.tally.withLock { $0.open } }
    try show([(1, { $0 }), (1, { $0 + 50 }), (2, { $0 })], drawings: 0..<5, on: shelf)
    #expect(open() == 3)
    shelf.forgetUnused()
    #expect(open() == 3)
    try show([(1, { $0 })], drawings: 5..<9, on: shelf)
    shelf.forgetUnused()
    #expect(open() == 1)
    try show([], drawings: 9..<10, on: shelf)
    shelf.forgetUnused()
    #expect(open() == 0)
  }

  @Test("give every view its frames, whatever plays and however little there may be", arguments: 0..<40)
  func anything(seed: Int) throws {
    let noise = Noise(seed: UInt64(seed))
    func roll(_ index: Int, _ sides: Int) -> Int { min(sides - 1, Int(noise.value(index) * Double(sides))) }
    let views: [View] = (0..<1 + roll(0, 6)).map { view in
      let (start, step, loop) = (
        roll(view * 5 + 1, 300), roll(view * 5 + 2, 7) - 3, 1 + roll(view * 5 + 3, 250)
      )
      let (from, to) = (roll(view * 5 + 4, 30), 30 + roll(view * 5 + 5, 40))
      return (
        UInt64(roll(view + 100, 3)),
        { (from..<to).contains($0) ? (start + (($0 * step) % loop + loop) % loop) : nil }
      )
    }
    let projector = Projector()
    let decoders = 1 + roll(200, 5)
    let shelf = ClipShelf(projector.store(bytes: roll(201, 4000), decoders: decoders))
    for part in 0..<7 {
      try show(views, drawings: part * 10..<part * 10 + 10, on: shelf)
      shelf.forgetUnused()
    }
    #expect(projector.tally.withLock { $0.mostOpen } <= decoders)
  }
}

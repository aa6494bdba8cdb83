import Footage
import Foundation
import FrameGraph
import Libretto
import Media
import Primitives
import Production
import Testing
import Timeline

/// A clip, or what is made of one, and nothing else, on a canvas as small as it is, for so many seconds.
private struct Projection: Composition {
  var rate = FrameRate(30)
  var seconds = 1.0
  var layers: Layers = []
  var canvas: Canvas { .size(128, 64).frameRate(rate).lasting(seconds) }
  var body: Layers { layers }
}

@Suite("A film with a clip in it")
struct ClipFilmTests {
  /// A clip of so many seconds whose frames carry their numbers.
  private static func clip(
    _ rate: Int32, seconds: Int = 2, container: String = "mp4",
    _ edit: (inout NumberedFilm) -> Void = { _ in }
  ) throws -> String {
    var film = NumberedFilm(container: container, count: Int(rate) * seconds, rate: rate, name: "clip")
    // Like the project's own encoder in its containers: times a thousandth of a second apart.
    film.time = { Int64((Double($0) * 1000 / Double(rate)).rounded()) }
    edit(&film)
    let path = Workshop.file("clip.\(container)")
    try film.write(to: path)
    return path
  }

  /// The numbers that the frames of a finished film show.
  private static func numbers(in film: String) throws -> [Int?] {
    let reader = try ClipReader(film)
    return try (0..<reader.index.count).map { NumberedFilm.number(in: try reader.bitmap(FrameIndex($0))) }
  }

  private static func shown(
    at rate: FrameRate = 30, seconds: Double = 1, jobs: Int = 2, _ element: some Element
  ) throws -> [Int?] {
    let film = Workshop.file("film.mp4")
    try Stage(Projection(rate: rate, seconds: seconds, layers: [element.layer])).render(
      jobs: jobs, to: film)
    return try numbers(in: film)
  }

  static let plays: [(clip: Int32, film: FrameRate, speed: Double, number: @Sendable (Int) -> Int)] = [
    (30, 30, 1, { $0 }), (24, 30, 1, { ($0 * 8 + 4) / 10 }), (30, 24, 1, { ($0 * 5 + 2) / 4 }),
    (60, 30, 1, { $0 * 2 }), (25, 50, 1, { $0 / 2 }), (30, 30, 0.5, { $0 / 2 }), (30, 30, 2, { $0 * 2 }),
  ]

  @Test("shows in every frame the number that it should", arguments: plays)
  func shows(clip: Int32, film: FrameRate, speed: Double, number: @Sendable (Int) -> Int) throws {
    for container in ["mp4", "mkv"] {
      let path = try Self.clip(clip, container: container)
      let found = try Self.shown(at: film, Video(path, speed: speed))
      #expect(found == found.indices.map(number), "\(container)")
      #expect(found.count == film.numerator)
    }
  }

  @Test("plays parts backwards, again, there and back, and at changing speeds")
  func ways() throws {
    let path = try Self.clip(30)
    let ways: [(Video, (Int) -> Int)] = [
      (Video(path, reversed: true), { 59 - $0 }),
      (Video(path, trim: 0.5..<1.0, loop: .repeat), { 15 + $0 % 15 }),
      (Video(path, trim: 0.5..<1.0, loop: .boomerang), { $0 < 15 ? 15 + $0 : 44 - $0 }),
      (Video(path, trim: 0.5..<1.0, loop: .hold).lasting(1), { min(29, 15 + $0) }),
      (Video(path, freezeAt: 1.5), { _ in 45 }),
      (Video(path, speed: .keyframes([0: 2, 0.5: 2, 0.501: 1])), { $0 < 15 ? $0 * 2 : 15 + $0 }),
      (Video(path).playing(.keyframes([0: 1, 1: 0])), { 29 - $0 }),
    ]
    for (index, (video, number)) in ways.enumerated() {
      let found = try Self.shown(video)
      #expect(found == found.indices.map(number), "way \(index)")
    }
  }

  @Test("plays frame for frame in what is replayed")
  func replays() throws {
    let path = try Self.clip(30)
    let whole = Group { Video(path) }
    let half = Series {
      Video(path, trim: 0.0..<0.5)
      Video(path, trim: 1.0..<1.5)
    }
    func place(_ frame: Int) -> Int { frame < 15 ? frame : frame + 15 }
    let ways: [(Replay, (Int) -> Int)] = [
      (whole.reversed(), { 59 - $0 }),
      (half.reversed(), { place(29 - $0) }),
      (half.speed(2).looping(), { place($0 % 15 * 2) }),
      (half.speed(0.5), { place($0 / 2) }),
      (half.speed(2).looping(times: 2).reversed(), { place((29 - $0) % 15 * 2) }),
      (whole.lasting(0.5).looping(.boomerang), { $0 < 15 ? $0 : 29 - $0 }),
      (half.frozen(at: 0.8), { _ in place(24) }),
      (Group { Group { whole.speed(2) }.looping(times: 2) }.reversed(), { (59 - $0) % 30 * 2 }),
      (
        half.speed(.keyframes([0: 2, 0.25: 2, 0.2501: 0.5])), { place($0 < 8 ? $0 * 2 : 15 + ($0 - 7) / 2) }
      ),
    ]
    for (index, (replay, number)) in ways.enumerated() {
      let found = try Self.shown(replay)
      #expect(found == found.indices.map(number), "way \(index)")
    }
  }

  static let films: [NumberedFilm] = [
    NumberedFilm(keyInterval: 250, bFrames: 3, name: "one key frame, many B-frames"),
    NumberedFilm(container: "ts", name: "a transport stream"),
    NumberedFilm(encoder: "mpeg4", name: "MPEG-4"),
    NumberedFilm(
      encoder: "libvpx-vp9", container: "webm", bFrames: 0,
      options: [("auto-alt-ref", "1"), ("lag-in-frames", "10")], name: "VP9 with hidden frames"),
    NumberedFilm(time: { Int64($0 - 10) * 40 }, first: 10, name: "an edit list that hides the first ten"),
    NumberedFilm(encoder: "qtrle", container: "mov", pixels: "argb", bFrames: 0, name: "with alpha"),
  ]

  @Test("has the same frames, and the same bytes, whoever paints them", arguments: films)
  func workers(film: NumberedFilm) throws {
    var film = film
    (film.count, film.keyInterval) = (160, max(25, film.keyInterval))
    let path = Workshop.file("clip.\(film.container)")
    try film.write(to: path)
    for isReversed in [false, true] {
      let count = film.count - film.first
      let stage = try Stage(
        Projection(rate: 25, seconds: Double(count) / 25, layers: [Video(path, reversed: isReversed).layer])
      )
      let films = try [1, 3].map { jobs in
        let name = Workshop.file("film.mp4")
        try stage.render(jobs: jobs, to: name)
        return name
      }
      let bytes = try films.map(Workshop.bytes)
      #expect(bytes[0] == bytes[1], "\(film.name)")
      let order = Array(film.first..<film.count)
      let found = try Self.numbers(in: films[0])
      #expect(found == (isReversed ? order.reversed() : order), "\(film.name)")
    }
  }

  @Test("follows uneven times")
  func uneven() throws {
    let path = try Self.clip(25) { $0.time = { Int64($0) * 40 + Int64($0 % 3) * 15 } }
    let found = try Self.shown(at: 100, Video(path))
    // Frame 1 begins at 55 ms and frame 2 at 110 ms; each is seen until the next one is nearer.
    let starts = (0..<50).map { Double($0) * 4 + Double($0 % 3) * 1.5 }
    #expect(found == (0..<100).map { frame in (starts.lastIndex { $0 <= Double(frame) + 0.5 } ?? 0) })
  }

  @Test("stands the right way up and in its shape")
  func turned() throws {
    let path = try Self.clip(25) { $0.turned = [0, 1, -1, 0] }
    let (resources, log) = (ProjectResources(), DiagnosticLog())
    let film = Projection(layers: [Video(path).fit(.contain).layer])
    let timeline = try film.lowered(named: "test", with: resources, reporting: log)
    let graph = FrameGraph(timeline)
    guard case .fill(let outline, .picture(let sample), _, _)? = graph.drawing(at: 0).marks.first else {
      Issue.record("no clip is painted")
      return
    }
    #expect(sample.size == PixelSize(width: 64, height: 128) && outline.rectangle?.width == 32)
  }

  @Test("keeps segments by what is in the clip, wherever it lies")
  func cache() throws {
    let (first, second) = (try Self.clip(30), Workshop.file("moved.mp4"))
    try FileManager.default.copyItem(atPath: first, toPath: second)
    let graphs = try [first, second, try Self.clip(30) { $0.options = [("preset", "ultrafast")] }].map {
      try Stage(Projection(layers: [Video($0).layer])).studio.graph.drawing(at: 5).fingerprint
    }
    #expect(graphs[0] == graphs[1] && graphs[0] != graphs[2])
  }

  @Test("isn't made, and leaves nothing behind, when a clip breaks on the way")
  func breaks() throws {
    let folder = Workshop.file("row")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let size = PixelSize(width: 32, height: 32)
    for number in 0..<30 {
      let pixels = (0..<1024).map { 0xFF00_0000 | UInt32($0 * 37 % 251) << 8 | UInt32(number) }
      var bytes = try PictureWriter.png(pixels.span, size: size)
      if number == 20 { bytes[bytes.count / 2] ^= 0x55 }
      try Workshop.write(bytes, to: "\(folder)/\(10 + number).png")
    }
    let stage = try Stage(Projection(layers: [Video("\(folder)/##.png").layer]))
    let film = Workshop.file("broken.mp4")
    let found = problem { try stage.render(jobs: 2, to: film) }
    #expect(found?.kind == .badInput && found?.message.contains("30.png is damaged") == true)
    #expect(!FileManager.default.fileExists(atPath: film))
  }

  @Test("isn't made of a clip that changes on the way")
  func changes() throws {
    let path = try Self.clip(30)
    let stage = try Stage(Projection(layers: [Video(path).layer]))
    try Workshop.write(Workshop.bytes(of: path), to: path)
    let found = problem { try stage.render(jobs: 1, to: Workshop.file("film.mp4")) }
    #expect(found?.kind == .temporary)
    #expect(found?.message.hasSuffix("changed while the film was made") == true)
  }

  private func problem(_ work: () throws -> Void) -> Problem? {
    do {
      try work()
      return nil
    } catch {
      return error as? Problem
    }
  }

  static let mistakes: [(name: String, element: String, words: String, hint: String)] = [
    ("a picture", "Video(\"a.png\")", "a.png is a picture that doesn't move", "say Image(\"a.png\")"),
    (
      "a film as a picture", "Image(\"clip.mp4\")", "clip.mp4 is a clip, and no picture",
      "say Video(\"clip.mp4\")"
    ),
    (
      "a song", "Video(\"tone.wav\")", "there are no moving pictures in tone.wav",
      "say Soundtrack(Song(\"tone.wav\"))"
    ),
    ("words", "Video(\"words.mp4\")", "can't read words.mp4: moov atom not found", ""),
    ("half a film", "Video(\"cut.mp4\")", "can't read cut.mp4: moov atom not found", ""),
    ("no file", "Video(\"clop.mp4\")", "there is no file clop.mp4", "did you mean \"clip.mp4\"?"),
    ("no stills", "Video(\"####.png\")", "there are no files ####.png", ""),
    ("a rate", "Video(\"clip.mp4\", rate: 24)", "clip.mp4 has a rate of its own, 30", "speed plays"),
  ]

  @Test("says what else a file is, or what is wrong with it", arguments: mistakes)
  func says(name: String, element: String, words: String, hint: String) throws {
    let folder = Workshop.file("wrong")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in ["a.png", "tone.wav"] {
      try FileManager.default.copyItem(atPath: "\(Workshop.folder)/\(file)", toPath: "\(folder)/\(file)")
    }
    try FileManager.default.moveItem(atPath: Self.clip(30), toPath: folder + "/clip.mp4")
    let whole = try Workshop.bytes(of: folder + "/clip.mp4")
    try Workshop.write(Array(whole.prefix(whole.count / 2)), to: folder + "/cut.mp4")
    try Workshop.write(Array("just words, and no film".utf8), to: folder + "/words.mp4")
    let parts = element.split(separator: "\"", omittingEmptySubsequences: false)
    let path = "\(folder)/\(parts[1])"
    let layer: Layer =
      parts[0] == "Image("
      ? Image(path).layer : Video(path, rate: element.contains("rate") ? 24 : nil).layer
    let log = DiagnosticLog()
    struct Wrong: Composition {
      var layers: Layers = []
      var canvas: Canvas { .size(64, 36).lasting(1) }
      var body: Layers { layers }
    }
    _ = try? Wrong(layers: [layer]).lowered(named: "wrong", with: ProjectResources(), reporting: log)
    let found = try #require(log.errors.first?.problem)
    let message = found.message.replacingOccurrences(of: folder + "/", with: "")
    #expect(message.hasPrefix(words), "\(message)")
    let hints = found.hints.map { $0.replacingOccurrences(of: folder + "/", with: "") }
    #expect(hint.isEmpty || hints.contains { $0.contains(hint) }, "\(hints)")
  }
}

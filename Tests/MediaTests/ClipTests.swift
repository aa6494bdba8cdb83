import CEngine
import Footage
import Primitives
import Testing

@testable import Media

extension NumberedFilm: CustomTestStringConvertible {
  package var testDescription: String { name }

  /// Writes it and gives back its path.
  func write(in folder: TemporaryFolder) throws -> String {
    let path = folder.file("film.\(container)")
    try write(to: path)
    return path
  }
}

@Suite("A clip")
struct ClipTests {
  static let films: [NumberedFilm] = [
    NumberedFilm(name: "H.264 with B-frames in MP4"),
    NumberedFilm(container: "mkv", name: "H.264 with B-frames in Matroska"),
    NumberedFilm(container: "ts", name: "H.264 with B-frames in a transport stream"),
    NumberedFilm(container: "avi", bFrames: 0, name: "H.264 in AVI"),
    NumberedFilm(container: "avi", name: "H.264 with B-frames in AVI, which has no times for them"),
    NumberedFilm(container: "flv", name: "H.264 in Flash video"),
    NumberedFilm(keyInterval: 500, name: "H.264 with a single key frame"),
    NumberedFilm(options: [("x264-params", "open-gop=1:keyint=10:min-keyint=10")], name: "open groups"),
    NumberedFilm(
      container: "ts", options: [("x264-params", "open-gop=1:keyint=10:min-keyint=10")],
      name: "open groups in a transport stream"),
    NumberedFilm(
      options: [("x264-params", "intra-refresh=1:keyint=10")], name: "no key frames but refreshes"),
    NumberedFilm(encoder: "libx265", options: [("x265-params", "log-level=none:keyint=10")], name: "HEVC"),
    NumberedFilm(
      encoder: "libx265", container: "mkv",
      options: [("x265-params", "log-level=none:open-gop=1:keyint=10")], name: "HEVC with open groups"),
    NumberedFilm(
      encoder: "libvpx", container: "webm", bFrames: 0,
      options: [("auto-alt-ref", "1"), ("lag-in-frames", "10")], name: "VP8 with hidden frames"),
    NumberedFilm(
      encoder: "libvpx-vp9", container: "webm", bFrames: 0,
      options: [("auto-alt-ref", "1"), ("lag-in-frames", "10")], name: "VP9 with hidden frames"),
    NumberedFilm(encoder: "mpeg4", container: "mp4", name: "MPEG-4"),
    NumberedFilm(encoder: "mpeg2video", container: "ts", name: "MPEG-2 in a transport stream"),
    NumberedFilm(encoder: "mpeg2video", container: "mpg", name: "MPEG-2 in a program stream"),
    NumberedFilm(encoder: "mjpeg", container: "avi", pixels: "yuvj422p", bFrames: 0, name: "motion JPEG"),
    NumberedFilm(encoder: "prores_ks", container: "mov", pixels: "yuv422p10le", bFrames: 0, name: "ProRes"),
    NumberedFilm(
      encoder: "qtrle", container: "mov", pixels: "argb", bFrames: 0, name: "QuickTime animation"),
    NumberedFilm(encoder: "png", container: "mov", pixels: "rgba", bFrames: 0, name: "PNG in QuickTime"),
    NumberedFilm(encoder: "ffv1", container: "mkv", pixels: "yuv420p", bFrames: 0, name: "FFV1"),
    NumberedFilm(encoder: "libx264", container: "mp4", pixels: "yuv444p", name: "H.264 with full color"),
    NumberedFilm(time: { Int64($0) * 40 + Int64($0 % 3) * 15 }, name: "uneven times"),
    NumberedFilm(container: "mkv", time: { Int64($0 * $0) * 7 + 1 }, name: "ever longer frames"),
    NumberedFilm(time: { Int64($0 - 10) * 40 }, first: 10, name: "an edit list that hides the first ten"),
    NumberedFilm(time: { Int64($0) * 40 + 5000 }, name: "a start at five seconds"),
    NumberedFilm(
      container: "ts", time: { Int64($0) * 40 + 1_000_000 }, name: "a start at a thousand seconds"),
    NumberedFilm(
      container: "mkv", time: { Int64($0) * 40 + 3000 }, name: "a start at three seconds in Matroska"),
  ]

  @Test("gives exactly the frame that was asked for, in whatever order", arguments: films)
  func exact(film: NumberedFilm) throws {
    let folder = TemporaryFolder()
    let path = try film.write(in: folder)
    let clip = try ClipReader(path, byteLimit: 1 << 20)
    let expected = Array(film.first..<film.count)
    #expect(clip.facts.frameCount == expected.count)
    guard clip.facts.frameCount == expected.count else { return }
    var dice = Dice(5)
    let order =
      Array(expected.indices) + expected.indices.reversed()
      + (0..<60).map { _ in Int(dice.roll()) % expected.count }
    let seen = try order.map { NumberedFilm.number(in: try clip.bitmap(FrameIndex($0))) }
    #expect(seen == order.map { expected[$0] })
  }

  @Test("knows when its frames are shown, whatever its container calls the first one", arguments: films)
  func times(film: NumberedFilm) throws {
    let folder = TemporaryFolder()
    let clip = try ClipReader(film.write(in: folder))
    let start = film.time(film.first)
    let isRough = film.container == "avi" || film.container == "mpg"
    var worst = 0.0
    for (index, time) in clip.index.starts.enumerated() {
      let expected = Double(film.time(film.first + index) - start) / 1000
      worst = max(worst, abs(time.seconds - expected))
      let found = clip.index.frame(at: time)
      #expect(found == FrameIndex(index))
    }
    #expect(worst < (isRough ? 0.021 : 0.0006))
    #expect(clip.index.starts.first == .zero)
    let isEven = film.time(2) - film.time(1) == 40 && film.time(3) - film.time(2) == 40
    #expect(clip.facts.isVariable == !isEven)
    if isEven { #expect(clip.facts.rate == 25) }
  }

  @Test("has the same pixels forwards and backwards, however little memory it may keep", arguments: films)
  func directions(film: NumberedFilm) throws {
    let folder = TemporaryFolder()
    let path = try film.write(in: folder)
    let forward = try ClipReader(path)
    let backward = try ClipReader(path, byteLimit: 1)
    for number in (0..<forward.index.count).reversed() {
      let (one, other) = (try forward.bitmap(FrameIndex(number)), try backward.bitmap(FrameIndex(number)))
      #expect(one.pixels == other.pixels, "frame \(number)")
    }
  }

  @Test(
    "has square pixels", arguments: [(AVRational(num: 4, den: 3), 171), (AVRational(num: 1, den: 2), 64)])
  func aspect(ratio: AVRational, width: Int) throws {
    let folder = TemporaryFolder()
    let clip = try ClipReader(NumberedFilm(count: 3, aspect: ratio, name: "wide").write(in: folder))
    let bitmap = try clip.bitmap(2)
    #expect(clip.facts.size == PixelSize(width: width, height: 64) && bitmap.size == clip.facts.size)
    #expect(NumberedFilm.number(in: bitmap) == 2)
  }

  @Test(
    "stands the right way up, however the camera was held",
    arguments: [
      ([0, 1, -1, 0], 6), ([-1, 0, 0, -1], 3), ([0, -1, 1, 0], 8), ([-1, 0, 0, 1], 2), ([1, 0, 0, -1], 4),
    ] as [([Int32], Int)])
  func turned(matrix: [Int32], orientation: Int) throws {
    let (here, there) = (TemporaryFolder(), TemporaryFolder())
    let film = NumberedFilm(count: 3, turned: matrix, name: "turned")
    let upright = try ClipReader(NumberedFilm(count: 3, name: "upright").write(in: here)).bitmap(2)
    let clip = try ClipReader(film.write(in: there))
    let bitmap = try clip.bitmap(2)
    #expect(bitmap.pixels == upright.turned(Orientation(orientation)).pixels)
    #expect(clip.facts.size == bitmap.size)
  }

  @Test(
    "keeps alpha, in films that have it",
    arguments: [
      ("libvpx-vp9", "webm", "yuva420p"), ("prores_ks", "mov", "yuva444p10le"), ("qtrle", "mov", "argb"),
    ])
  func alpha(encoder: String, container: String, layout: String) throws {
    let folder = TemporaryFolder()
    let film = NumberedFilm(
      encoder: encoder, container: container, pixels: layout, count: 3, bFrames: 0,
      options: encoder == "prores_ks" ? [("profile", "4444")] : [], name: "clear")
    let clip = try ClipReader(film.write(in: folder))
    #expect(clip.facts.hasAlpha)
    let number = NumberedFilm.number(in: try clip.bitmap(2))
    #expect(number == 2)
  }

  @Test("is a row of stills, if its name has number signs")
  func stills() throws {
    let folder = TemporaryFolder()
    let size = PixelSize(width: 4, height: 2)
    for number in 8...11 {
      let pixels = [UInt32](repeating: 0xFF00_0000 | UInt32(number), count: 8)
      let digits = String(1000 + number).dropFirst()
      _ = try folder.file("s\(digits).png", PictureWriter.png(pixels.span, size: size))
    }
    let clip = try ClipReader(folder.file("s###.png"), rate: 24)
    #expect(clip.facts.frameCount == 4 && clip.facts.rate == 24 && clip.facts.size == size)
    let third = try clip.bitmap(2)
    #expect(third.pixels[0] == 0xFF00_000A)
    #expect(clip.index.starts[3] == Time(seconds: 0.125))
    _ = try folder.file("s014.png", [1])
    let found = problem { () throws(Problem) in try ClipReader(folder.file("s###.png")) }
    #expect(found?.message.hasSuffix("s014.png comes after s011.png") == true)
  }

  @Test("says what is wrong with a file that holds none")
  func wrong() throws {
    let folder = TemporaryFolder()
    let sound = try folder.file("a.wav", wav(sine(440, rate: 8000, count: 800), rate: 8000, channels: 1))
    let text = try folder.file("a.mp4", Array("just words".utf8))
    let film = try NumberedFilm(count: 60, name: "cut").write(in: folder)
    let whole = try InputFile.open(film).bytes(limit: 1 << 30)
    let cut = try folder.file("cut.mp4", Array(whole.prefix(whole.count / 2)))
    for (path, words) in [
      (sound, "there are no moving pictures in \(sound)"), (text, "can't read \(text): "),
      (cut, "can't read \(cut): moov atom not found"), ("/nowhere.mp4", "there is no file /nowhere.mp4"),
    ] {
      let found = problem { () throws(Problem) in try ClipReader(path) }
      #expect(found?.message.hasPrefix(words) == true, "\(found?.message ?? "nothing")")
    }
  }
}

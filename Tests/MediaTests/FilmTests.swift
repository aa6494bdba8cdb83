import Primitives
import Testing

@testable import Media

@Suite("A film")
struct FilmTests {
  /// Writes segments of so many frames and reads the film back.
  func film(
    _ lengths: [Int], _ settings: EncoderSettings, sound: EncodedSound? = nil, in folder: TemporaryFolder
  ) throws -> FilmReport {
    let facts = FilmFacts(size: settings.size, rate: settings.rate, frameCount: lengths.reduce(0, +))
    let file = try UnfinishedFile.create(for: folder.file("film.mp4"))
    var writer = try FilmWriter.create(at: file.path, facts, sound: sound)
    for (index, length) in lengths.enumerated() {
      try writer.append(try segment(frames: length, settings, seed: UInt64(index)))
    }
    try writer.finish()
    try FilmCheck.verify(file.path, facts, soundSampleCount: sound?.sampleCount)
    try file.publish()
    return try FilmCheck.report(folder.file("film.mp4"))
  }

  static let rates: [FrameRate] = [
    .ntscFilm, 24, 25, .ntsc, 30, 48, 50, .ntscDouble, 60, FrameRate(15, over: 2),
  ]

  @Test("has constant time to the tick at every rate, with segments of any length", arguments: rates)
  func steady(rate: FrameRate) throws {
    let folder = TemporaryFolder()
    let length = rate.start(of: 14)
    let sound = try SoundMix(tracks: [], length: length).encoded(bitrate: 64_000)
    let report = try film([1, 2, 3, 7, 1], smallSettings(rate), sound: sound, in: folder)
    #expect(report.rate == rate && report.isSteady && report.firstFrame == .zero)
    #expect(report.frameCount == 14 && report.keyFrameCount == 5 && report.videoLength == length)
    #expect(report.soundSampleCount == length.samples(rate: 48_000) && report.isTagged)
  }

  @Test("has its index in front, and no clock or version but x264's inside")
  func layout() throws {
    let folder = TemporaryFolder()
    _ = try film([3], smallSettings(30), in: folder)
    let bytes = try InputFile.open(folder.file("film.mp4")).bytes(limit: 1 << 20)
    func offset(_ name: String) -> Int? {
      let word = Array(name.utf8)
      return bytes.indices.first { bytes[$0...].starts(with: word) }
    }
    let (index, data) = (offset("moov"), offset("mdat"))
    #expect(index ?? .max < data ?? 0 && offset("Lavf") == nil && offset("Lavc") == nil)
    _ = try film([3], smallSettings(30), in: folder)
    let again = try InputFile.open(folder.file("film.mp4")).bytes(limit: 1 << 20)
    #expect(again == bytes)
  }

  @Test("refuses a segment that was encoded with other settings")
  func foreign() throws {
    let folder = TemporaryFolder()
    let facts = FilmFacts(size: PixelSize(width: 64, height: 36), rate: 30, frameCount: 4)
    let (own, other) = (
      try segment(frames: 2, smallSettings(30)), try segment(frames: 2, smallSettings(30, width: 80))
    )
    let found = problem { () throws(Problem) in
      var writer = try FilmWriter.create(at: folder.file("x.mp4"), facts, sound: nil)
      try writer.append(own)
      try writer.append(other)
    }
    #expect(found?.message == "the segment at frame 2 is foreign: it was encoded with other settings")
  }

  @Test("refuses to end early, or to take a segment that isn't whole")
  func short() throws {
    let folder = TemporaryFolder()
    let facts = FilmFacts(size: PixelSize(width: 64, height: 36), rate: 30, frameCount: 5)
    let whole = try segment(frames: 4, smallSettings(30))
    let early = problem { () throws(Problem) in
      var writer = try FilmWriter.create(at: folder.file("x.mp4"), facts, sound: nil)
      try writer.append(whole)
      try writer.finish()
    }
    #expect(early?.message == "the film is short: 4 of its 5 frames are there")
    var damaged = whole
    damaged.packets.removeLast()
    let missing = problem { () throws(Problem) in
      var writer = try FilmWriter.create(at: folder.file("x.mp4"), facts, sound: nil)
      try writer.append(damaged)
    }
    #expect(missing?.message == "the segment at frame 0 isn't whole: it has 3 of 4 frames")
  }

  @Test("says when the disk is full", .timeLimit(.minutes(1)))
  func diskFull() throws {
    let settings = smallSettings(30)
    let own = try segment(frames: 30, settings)
    let found = problem { () throws(Problem) in
      var writer = try FilmWriter.create(
        at: "/dev/full", FilmFacts(size: settings.size, rate: 30, frameCount: 30), sound: nil)
      try writer.append(own)
      try writer.finish()
    }
    #expect(found?.kind == .temporary)
    #expect(
      found?.message.hasPrefix("the disk is full while writing /dev/full: it needs about 0.") == true)
  }

  @Test("is refused when it was cut short afterwards")
  func cutShort() throws {
    let folder = TemporaryFolder()
    let settings = smallSettings(30)
    _ = try film([30], settings, in: folder)
    let bytes = try InputFile.open(folder.file("film.mp4")).bytes(limit: 1 << 24)
    let path = try folder.file("cut.mp4", Array(bytes.dropLast(bytes.count / 4)))
    let facts = FilmFacts(size: settings.size, rate: 30, frameCount: 30)
    let found = problem { () throws(Problem) in try FilmCheck.verify(path, facts, soundSampleCount: nil) }
    #expect(found?.kind == .inputOutput)
  }
}

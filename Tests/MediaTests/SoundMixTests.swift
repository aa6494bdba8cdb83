import Primitives
import Testing

@testable import Media

@Suite("A sound mix")
struct SoundMixTests {
  /// The left channel of a mix.
  func left(_ mix: SoundMix) throws -> [Float] {
    var all: [Float] = []
    try mix.play { block throws(Problem) in all += stride(from: 0, to: block.count, by: 2).map { block[$0] }
    }
    return all
  }

  /// A second of a constant half.
  func level(_ folder: TemporaryFolder, count: Int = 48_000) throws -> String {
    try folder.file("level.wav", wav(Array(repeating: 16384, count: count), rate: 48_000, channels: 1))
  }

  @Test("is as long as the film, and silent where no track is", arguments: [1, 1023, 1024, 1025, 60_000])
  func length(count: Int64) throws {
    let folder = TemporaryFolder()
    let track = SoundTrack(path: try level(folder), start: Time(samples: 1000, rate: 48_000))
    let heard = try left(SoundMix(tracks: [track], sampleCount: count))
    let loud = heard.indices.filter { heard[$0] != 0 }
    let expected = (1000..<49_000).clamped(to: 0..<Int(count))
    #expect(
      heard.count == Int(count) && loud.count == expected.count
        && loud.first ?? expected.lowerBound == expected.lowerBound)
  }

  @Test("cuts, places and scales a track to the sample")
  func placed() throws {
    let folder = TemporaryFolder()
    let ramp = try folder.file("ramp.wav", wav((0..<2000).map { Int16($0) }, rate: 48_000, channels: 1))
    func at(_ sample: Int64) -> Time { Time(samples: sample, rate: 48_000) }
    let track = SoundTrack(
      path: ramp, start: at(10), from: at(100), length: at(50), treatment: .init(volume: Contour(2)))
    let early = SoundTrack(path: ramp, start: at(-500), length: at(510))
    let heard = try left(SoundMix(tracks: [track, early], sampleCount: 100)).map {
      Int(($0 * 32768).rounded())
    }
    #expect(Array(heard[..<10]) == Array(500..<510))
    #expect(Array(heard[10..<60]) == (100..<150).map { $0 * 2 })
    #expect(heard[60...].allSatisfy { $0 == 0 })
  }

  @Test(
    "fades along straight lines, the last one to the end of what is heard",
    arguments: [nil, 40_000] as [Int64?])
  func fades(filmEnd: Int64?) throws {
    let folder = TemporaryFolder()
    let fade = Time(samples: 1000, rate: 48_000)
    let track = SoundTrack(path: try level(folder), treatment: .init(fadeIn: fade, fadeOut: fade))
    let end = Int(filmEnd ?? 48_000)
    let heard = try left(SoundMix(tracks: [track], sampleCount: filmEnd ?? 50_000))
    #expect(heard[0] == 0 && heard[250] == 0.125 && heard[500] == 0.25 && heard[1000] == 0.5)
    #expect(heard[end - 1] == 0 && heard[end - 251] == 0.125 && heard[end - 1001] == 0.5)
  }

  @Test("adds tracks, and stays within full scale")
  func sum() throws {
    let folder = TemporaryFolder()
    let track = SoundTrack(path: try level(folder), treatment: .init(volume: Contour(0.5)))
    let two = try left(SoundMix(tracks: [track, track], sampleCount: 100))
    let many = try left(SoundMix(tracks: Array(repeating: track, count: 9), sampleCount: 100))
    #expect(two[50] == 0.5 && many[50] == 1)
  }

  @Test("survives a film's encoding without a shift of a single sample")
  func lag() throws {
    let folder = TemporaryFolder()
    var dice = Dice(8)
    let noise = (0..<48_000).map { index in
      Int16(truncatingIfNeeded: Int32(dice.roll() % 8000) - 4000)
        + sine(200, rate: 48_000, count: 1, amplitude: 0)[0]
    }
    let source = try folder.file("noise.wav", wav(noise, rate: 48_000, channels: 1))
    let settings = smallSettings(30)
    let sound = try SoundMix(tracks: [SoundTrack(path: source)], sampleCount: 48_000).encoded()
    var writer = try FilmWriter.create(
      at: folder.file("film.mp4"), FilmFacts(size: settings.size, rate: 30, frameCount: 30), sound: sound)
    try writer.append(try segment(frames: 30, settings))
    try writer.finish()
    let facts = try SongFile.probe(folder.file("film.mp4"))
    let heard = try samples(of: folder.file("film.mp4"))
    #expect(facts.sampleCount == 48_000 && heard.count == 96_000)
    let likeness = (-20...20).map { lag in
      (2000..<6000).reduce(0.0) { $0 + Double(heard[($1 + lag) * 2]) * Double(noise[$1]) }
    }
    let best = likeness.indices.max { likeness[$0] < likeness[$1] }
    #expect(best == 20)
  }

  @Test("encodes to the same bytes again, as long as it says")
  func deterministic() throws {
    let folder = TemporaryFolder()
    let mix = SoundMix(tracks: [SoundTrack(path: try level(folder))], sampleCount: 50_001)
    let (first, again) = (try mix.encoded(), try mix.encoded())
    let total = first.packets.reduce(0) { $0 + $1.duration }
    #expect(first == again && first.sampleCount == 50_001 && total - first.priming == 50_001)
    #expect(first.packets.first?.start == Int64(-first.priming))
  }
}

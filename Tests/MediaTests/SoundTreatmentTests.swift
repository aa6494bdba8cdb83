import Primitives
import Testing

@testable import Media

@Suite("A sound on its way into a mix")
struct SoundTreatmentTests {
  private static let rate = EncodedSound.sampleRate

  private func at(_ sample: Int64) -> Time { Time(samples: sample, rate: Self.rate) }

  private func heard(_ mix: SoundMix) throws -> [Float] {
    var all: [Float] = []
    try mix.play { block throws(Problem) in all += block }
    return all
  }

  private func left(_ samples: [Float]) -> [Float] {
    stride(from: 0, to: samples.count, by: 2).map { samples[$0] }
  }

  private func strength(_ samples: some Collection<Float>) -> Double {
    (samples.reduce(0) { $0 + Double($1 * $1) } / Double(max(1, samples.count))).squareRoot()
  }

  private func ramp(_ folder: TemporaryFolder) throws -> String {
    try folder.file("ramp.wav", wav((0..<2000).map { Int16($0) }, rate: Self.rate, channels: 1))
  }

  private func tone(
    _ folder: TemporaryFolder, _ frequency: Double = 440, seconds: Int = 4, amplitude: Double = 0.5
  ) throws -> String {
    let samples = sine(frequency, rate: Self.rate, count: Self.rate * seconds, amplitude: amplitude)
    return try folder.file("tone \(frequency) \(amplitude).wav", wav(samples, rate: Self.rate, channels: 1))
  }

  @Test("loops a part of its file without a sample too many, from wherever it begins")
  func loops() throws {
    let folder = TemporaryFolder()
    var track = SoundTrack(path: try ramp(folder), from: at(150))
    track.treatment.loop = at(100)..<at(200)
    let found = left(try heard(SoundMix(tracks: [track], sampleCount: 400))).map {
      Int(($0 * 32768).rounded())
    }
    #expect(found == Array(150..<200) + (0..<350).map { 100 + $0 % 100 })
  }

  @Test("follows its volume and its place between left and right")
  func follows() throws {
    let folder = TemporaryFolder()
    let level = try folder.file(
      "level.wav", wav(Array(repeating: 16384, count: 48_000), rate: 48_000, channels: 1))
    var track = SoundTrack(path: level)
    track.treatment.volume = Contour(every: Time(samples: 100, rate: 48_000), [0, 1, 0.5])
    track.treatment.balance = Contour(-0.5)
    let found = try heard(SoundMix(tracks: [track], sampleCount: 1000))
    #expect(
      found[0] == 0 && found[100] == 0.25 && found[200] == 0.5 && found[300] == 0.375 && found[1998] == 0.25
    )
    #expect(found[201] == 0.25 && found[1999] == 0.125)
  }

  @Test(
    "keeps its pitch at another speed, unless it is told not to", arguments: [0.5, 0.8, 1.25, 2],
    [true, false])
  func speed(speed: Double, keepsPitch: Bool) throws {
    let folder = TemporaryFolder()
    var track = SoundTrack(path: try tone(folder))
    track.treatment.speed = speed
    track.treatment.keepsPitch = keepsPitch
    let found = left(try heard(SoundMix(tracks: [track], sampleCount: Int64(4.5 / speed * 48_000))))
    let end = found.lastIndex { $0.magnitude > 0.05 } ?? 0
    #expect(abs(Double(end) / 48_000 - 4 / speed) < 0.05, "it ends at \(Double(end) / 48_000)")
    let middle = found[48_000..<72_000]
    let crossings = zip(middle, middle.dropFirst()).count { $0 < 0 && $1 >= 0 }
    let pitch = Double(crossings) * 2
    #expect(abs(pitch - (keepsPitch ? 440 : 440 * speed)) < 6, "\(pitch) Hz")
    #expect(abs(strength(middle) - 0.354) < 0.03)
  }

  @Test("puts a beat where its speed says", arguments: [0.5, 0.9, 1.1, 2])
  func beatAtSpeed(speed: Double) throws {
    let folder = TemporaryFolder()
    var samples = [Int16](repeating: 0, count: 96_000)
    for index in 0..<4800 { samples[48_000 + index] = index % 100 < 50 ? 20_000 : -20_000 }
    var track = SoundTrack(path: try folder.file("beat.wav", wav(samples, rate: 48_000, channels: 1)))
    track.treatment.speed = speed
    let found = left(try heard(SoundMix(tracks: [track], sampleCount: 200_000)))
    let first = found.firstIndex { $0.magnitude > 0.2 } ?? 0
    #expect(abs(Double(first) / 48_000 - 1 / speed) < 0.03, "\(Double(first) / 48_000)")
  }

  @Test("gets softer before another is heard, stays so while it pauses, and comes back")
  func ducks() throws {
    let folder = TemporaryFolder()
    let voice = SoundTrack(
      path: try tone(folder, 300, seconds: 1), start: 2, treatment: .init(volume: Contour(1)))
    var song = SoundTrack(path: try tone(folder, 440, seconds: 6))
    song.treatment.duckings = [Ducking(path: voice.path, volume: 0.25, over: 0.5)]
    var alone = song
    alone.treatment.duckings = []
    let count: Int64 = 6 * 48_000
    let whole = left(try heard(SoundMix(tracks: [song, voice], sampleCount: count)))
    let plain = left(try heard(SoundMix(tracks: [alone, voice], sampleCount: count)))
    func share(_ from: Double, _ to: Double) -> Double {
      let range = Int(from * 48_000)..<Int(to * 48_000)
      let voice = left((try? heard(SoundMix(tracks: [voice], sampleCount: count))) ?? [])
      let rest = range.map { whole[$0] - voice[$0] }
      return strength(rest) / strength(range.map { plain[$0] - voice[$0] })
    }
    #expect(abs(share(0, 1.4) - 1) < 0.001)
    #expect(abs(share(2, 3) - 0.25) < 0.001)
    #expect(share(1.5, 2) < 0.8)
    #expect(abs(share(4, 5.9) - 1) < 0.001)
    // A part of the film has the samples of the whole.
    var part = SoundMix(tracks: [song, voice], sampleCount: count)
    part.wanted = 110_000..<150_000
    #expect(left(try heard(part)) == Array(whole[110_000..<150_000]))
  }

  @Test("crosses with another at equal power")
  func crosses() throws {
    let folder = TemporaryFolder()
    let level = try folder.file(
      "level.wav", wav(Array(repeating: 16384, count: 48_000), rate: 48_000, channels: 1))
    var track = SoundTrack(path: level, treatment: .init(fadeIn: at(1000)))
    track.treatment.fadeShape = .equalPower
    let found = left(try heard(SoundMix(tracks: [track], sampleCount: 2000)))
    #expect(found[0] == 0 && abs(found[250] - 0.25) < 1e-6 && found[1000] == 0.5)
  }
}

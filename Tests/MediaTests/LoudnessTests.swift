import Primitives
import Testing

@testable import Media

@Suite("A mix made as loud as it is asked to be")
struct LoudnessTests {
  /// A quiet sound with a few hard hits: made louder, they would go beyond full scale.
  private func music(_ folder: TemporaryFolder) throws -> String {
    var samples = sine(330, rate: 48_000, count: 48_000 * 3, amplitude: 0.06)
    for hit in stride(from: 20_000, to: samples.count - 600, by: 50_000) {
      for index in 0..<400 { samples[hit + index] = Int16(index % 12 < 6 ? 24_000 : -24_000) }
    }
    return try folder.file("music.wav", wav(samples, rate: 48_000, channels: 1))
  }

  private func mix(_ folder: TemporaryFolder, _ loudness: Double?) throws -> SoundMix {
    var mix = SoundMix(tracks: [SoundTrack(path: try music(folder))], sampleCount: 48_000 * 3)
    mix.loudness = loudness
    return mix
  }

  @Test("is as loud as that, with no peak above −1 dB", arguments: [-30, -16])
  func normalized(loudness: Double) throws {
    let folder = TemporaryFolder()
    let sound = try mix(folder, loudness).encoded()
    #expect(
      abs((sound.loudness?.integrated ?? 0) - loudness) < 0.3, "\(String(describing: sound.loudness))")
    #expect(sound.loudness?.truePeak ?? 0 < -0.9, "\(String(describing: sound.loudness))")
  }

  @Test("is measured and left alone if nothing is asked")
  func measured() throws {
    let folder = TemporaryFolder()
    let plain = try mix(folder, nil).encoded()
    #expect(plain.loudness?.integrated ?? 0 < -15)
    var heard: [Float] = []
    try mix(folder, nil).play { block throws(Problem) in heard += block }
    #expect(heard.prefix(2000).map { $0 * 32768 } == heard.prefix(2000).map { ($0 * 32768).rounded() })
  }

  @Test("has the same samples in a part as in the whole")
  func parts() throws {
    let folder = TemporaryFolder()
    var whole: [Float] = []
    try mix(folder, -12).play { block throws(Problem) in whole += block }
    var part = try mix(folder, -12)
    part.wanted = 50_001..<90_003
    var found: [Float] = []
    try part.play { block throws(Problem) in found += block }
    #expect(found == Array(whole[100_002..<180_006]))
  }

  @Test("stays silent if it is")
  func silence() throws {
    let folder = TemporaryFolder()
    let path = try folder.file(
      "silence.wav", wav(Array(repeating: 0, count: 48_000), rate: 48_000, channels: 1))
    var mix = SoundMix(tracks: [SoundTrack(path: path)], sampleCount: 48_000)
    mix.loudness = -14
    var most: Float = 0
    try mix.play { block throws(Problem) in most = block.map(\.magnitude).reduce(most, max) }
    #expect(most == 0)
  }
}

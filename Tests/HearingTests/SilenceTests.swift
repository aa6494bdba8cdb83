import Media
import Primitives
import Testing

@testable import Hearing

@Suite("Silence")
struct SilenceTests {
  /// Nothing but powers, in half decibels.
  private func spectrogram(_ powers: [UInt8]) -> Spectrogram {
    var spectrogram = Spectrogram(
      length: Time(samples: Int64(powers.count), rate: Spectrogram.rate), sampleRate: 24_000, channels: 1,
      loudness: Loudness(integrated: nil, range: nil, truePeak: nil))
    spectrogram.powers = powers
    spectrogram.peaks = powers.map { _ in 0 }
    return spectrogram
  }

  private func run(_ power: UInt8, _ count: Int) -> [UInt8] { Array(repeating: power, count: count) }

  @Test("has no onsets, however likely they seem, and ends in one")
  func broken() {
    let heard = spectrogram(run(0, 20) + run(220, 80) + run(0, 100) + run(220, 100) + run(0, 50))
    var odds = [Int16](repeating: -1500, count: 350)
    for frame in [10, 60, 150, 197, 240, 320] { odds[frame] = 900 }
    let onsets = OnsetPicker.onsets(in: Silence.heeded(by: odds, in: heard)).map(\.frame)
    #expect(onsets == [20, 60, 200, 240])
  }

  @Test("that sound comes out of by and by ends in none; pauses too short for silence change nothing")
  func faded() {
    let rising = (0..<100).map { UInt8(130 + $0 / 2) }
    let heard = spectrogram(run(0, 50) + rising + run(220, 50) + run(0, 20) + run(220, 100))
    let odds = [Int16](repeating: -1500, count: 320)
    #expect(OnsetPicker.onsets(in: Silence.heeded(by: odds, in: heard)).isEmpty)
  }

  @Test("is all there is in a song without sound, or without length", arguments: [0, 1, 500])
  func nothing(count: Int) {
    let odds = [Int16](repeating: 900, count: count + 1)
    let heeded = Silence.heeded(by: odds, in: spectrogram(run(0, count)))
    #expect(OnsetPicker.onsets(in: heeded).isEmpty)
    #expect(Silence.heeded(by: [], in: spectrogram([])).isEmpty)
  }

  @Test("before the first note doesn't hide it")
  func first() throws {
    let times = [1, 2.3, 3.1, 4.8]
    var samples = [Float](repeating: 0, count: 24_000 * 6)
    for time in times {
      let start = Int(time * 24_000)
      for (index, value) in sine(1000, seconds: 0.06).enumerated() {
        samples[start + index] += value * Float(ExactMath.exp(-Double(index) / 360))
      }
    }
    let folder = TemporaryFolder()
    let found = SongAnalysis(try SpectrogramReader.read(try folder.wav(samples))).onsets.map(\.time)
    #expect(found.count == 4 && zip(found, times).allSatisfy { abs($0 - $1) < 0.015 })
  }
}

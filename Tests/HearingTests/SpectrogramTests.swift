import Media
import Primitives
import Testing

@testable import Hearing

@Suite("A spectrogram")
struct SpectrogramTests {
  @Test(
    "has a frame each hundredth of a second, at any rate and with any channels",
    arguments: [8000, 24_000, 44_100, 192_000], [1, 2, 6])
  func frames(rate: Int, channels: Int) throws {
    let folder = TemporaryFolder()
    let one = sine(440, seconds: 1.234, rate: rate)
    let path = try folder.wav(
      one.flatMap { Array(repeating: $0, count: channels) }, rate: rate, channels: channels)
    let heard = try SpectrogramReader.read(path)
    #expect(
      (123...125).contains(heard.frameCount) && heard.sampleRate == rate && heard.channels == channels)
    #expect(heard.levels.count == heard.frameCount * Spectrogram.bandCount)
    #expect(heard.pitchFrameCount == (heard.frameCount + 3) / 4)
    #expect(heard.length == Time(samples: Int64(one.count), rate: rate))
  }

  @Test("finds a tone in its band and its semitone", arguments: [(110.0, 45), (440.0, 69), (1760.0, 93)])
  func tone(frequency: Double, note: Int) throws {
    let folder = TemporaryFolder()
    let heard = try SpectrogramReader.read(try folder.wav(sine(frequency, seconds: 1)))
    let levels = heard.levels[50 * Spectrogram.bandCount..<51 * Spectrogram.bandCount]
    let band = levels.indices.max { levels[$0] < levels[$1] }.map { $0 - levels.startIndex } ?? 0
    #expect(abs(Spectrogram.frequencies[band] / frequency - 1) < 0.13)
    let pitches = heard.pitches[12 * Spectrogram.pitchCount..<13 * Spectrogram.pitchCount]
    let pitch = pitches.indices.max { pitches[$0] < pitches[$1] }.map { $0 - pitches.startIndex } ?? 0
    #expect(pitch + Spectrogram.lowestPitch == note)
  }

  @Test("counts levels in half decibels")
  func halfDecibels() throws {
    let folder = TemporaryFolder()
    let loud = try SpectrogramReader.read(try folder.wav(sine(440, seconds: 1, amplitude: 0.5)))
    let soft = try SpectrogramReader.read(try folder.wav(sine(440, seconds: 1, amplitude: 0.05)))
    #expect(Int(loud.powers[50]) - Int(soft.powers[50]) == 40)
    #expect(abs(Int(loud.levels.max() ?? 0) - Int(soft.levels.max() ?? 0) - 40) <= 1)
  }

  @Test("measures loudness as EBU R 128 says: a tone of -23 dBFS in stereo is -23 LUFS")
  func loudness() throws {
    let folder = TemporaryFolder()
    let one = sine(1000, seconds: 20, amplitude: 0.070_795, rate: 48_000)
    let heard = try SpectrogramReader.read(
      try folder.wav(one.flatMap { [$0, $0] }, rate: 48_000, channels: 2))
    #expect(abs((heard.loudness.integrated ?? 0) + 23) < 0.1)
    #expect(abs((heard.loudness.truePeak ?? 0) + 23) < 0.2 && abs(heard.loudness.range ?? 9) < 0.1)
  }

  @Test("takes what is no number for silence, and what is beyond measure for loud")
  func nonsense() throws {
    let folder = TemporaryFolder()
    var samples = sine(300, seconds: 2)
    for index in stride(from: 0, to: samples.count, by: 97) {
      samples[index] = [.nan, .infinity, -1e30][index % 3]
    }
    let heard = try SpectrogramReader.read(try folder.wav(samples))
    #expect(heard.frameCount == 201 || heard.frameCount == 200)
    _ = SongAnalysis(heard).json
  }
}

@Suite("A layer of the network")
struct TemporalLayerTests {
  @Test("does what its obvious twin does", arguments: [(1, 1), (3, 1), (5, 4)], [true, false])
  func twin(shape: (taps: Int, dilation: Int), rectified: Bool) {
    var dice = Dice(3)
    let (inputs, outputs, frames) = (8, 5, 23)
    let weights = (0..<inputs * outputs * shape.taps).map { _ in Int16(dice.roll() * 254 - 127) }
    let scales = (0..<outputs).map { _ in Int32(dice.roll() * 20_000) }
    let biases = (0..<outputs).map { _ in Int64((dice.roll() - 0.5) * 1e8) }
    let input = (0..<frames * inputs).map { _ in Int16((dice.roll() - 0.5) * 60_000) }
    let layer = TemporalLayer(
      inputs: inputs, outputs: outputs, taps: shape.taps, dilation: shape.dilation, isRectified: rectified,
      adds: true, weights: weights, scales: scales, biases: biases)
    let before = (0..<frames * outputs).map { _ in Int16((dice.roll() - 0.5) * 1000) }
    var found = before
    layer.run(input, into: &found)
    var expected = before
    for frame in 0..<frames {
      for output in 0..<outputs {
        var sum: Int64 = 0
        for tap in 0..<shape.taps {
          let at = frame + (tap - shape.taps / 2) * shape.dilation
          guard (0..<frames).contains(at) else { continue }
          for channel in 0..<inputs {
            sum +=
              Int64(input[at * inputs + channel])
              * Int64(weights[(output * shape.taps + tap) * inputs + channel])
          }
        }
        var value = (sum * Int64(scales[output]) + biases[output]) >> 20
        if rectified { value = max(0, value) }
        expected[frame * outputs + output] = Int16(
          clamping: value + Int64(before[frame * outputs + output]))
      }
    }
    #expect(found == expected)
  }
}

import Media
import Primitives
import Testing

@testable import Hearing

@Suite("A trace of a song")
struct TracingTests {
  @Test("finds a tone in its band, all along", arguments: [80.0, 440, 1760, 9000])
  func tone(frequency: Double) throws {
    let folder = TemporaryFolder()
    let path = try folder.wav(sine(frequency, seconds: 2))
    let (rate, width, steps) = try Tracing.trace(
      .spectrum(bands: 32, from: 40, to: 11_000), of: path, lasting: 2)
    #expect(rate == 60 && width == 32 && steps.count == 120 * 32)
    let ratio = ExactMath.log(11_000 / 40) / 32
    let band = Int(ExactMath.log(frequency / 40) / ratio)
    for row in [1, 60, 118] {
      let levels = steps[row * 32..<(row + 1) * 32]
      let loudest = levels.indices.max { levels[$0] < levels[$1] }.map { $0 - row * 32 } ?? -9
      #expect(abs(loudest - band) <= 1, "row \(row)")
      #expect((levels.max() ?? 0) > 30_000)
    }
  }

  @Test("is nothing in silence, and nothing in a song of a few samples")
  func silence() throws {
    let folder = TemporaryFolder()
    let path = try folder.wav([Float](repeating: 0, count: 24_000))
    for request: TraceRequest in [.spectrum(bands: 8, from: 40, to: 11_000), .peaks, .samples] {
      #expect(try Tracing.trace(request, of: path, lasting: 1).steps.allSatisfy { $0 == 0 })
    }
    let short = try folder.wav([0.5])
    #expect(try Tracing.trace(.peaks, of: short, lasting: Time(samples: 1, rate: 24_000)).steps == [32_767])
  }

  @Test("is as loud as the song is at that moment, as parts of its loudest")
  func peaks() throws {
    let folder = TemporaryFolder()
    let samples = sine(300, seconds: 1, amplitude: 0.2) + sine(300, seconds: 1, amplitude: 0.4)
    let path = try folder.wav(samples)
    let (rate, _, steps) = try Tracing.trace(.peaks, of: path, lasting: 2)
    #expect(rate == 100 && steps.count == 200)
    #expect(abs(Int(steps[50]) - 16_383) < 300 && steps[150] > 32_000)
    let wave = try Tracing.trace(.samples, of: path, lasting: 2)
    #expect(wave.rate == 12_000 && wave.steps.count == 24_000)
    #expect(wave.steps.allSatisfy { $0 >= -32_767 })
  }

  @Test("has rows further apart in a song of three hours")
  func long() throws {
    let folder = TemporaryFolder()
    let path = try folder.wav(sine(300, seconds: 1))
    let spectrum = TraceRequest.spectrum(bands: 32, from: 40, to: 11_000)
    #expect(try Tracing.trace(spectrum, of: path, lasting: 10_800).rate == 20)
    #expect(try Tracing.trace(.samples, of: path, lasting: 10_800).rate == 750)
  }
}

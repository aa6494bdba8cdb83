import Foundation
import Primitives
import Testing

@testable import Media

@Suite("The sound of a clip")
struct ClipSoundTests {
  /// Two frames of black and 0.2 s of a tone, VP8 and Opus in WebM. By the file, the pictures begin 7 ms in,
  /// and the decoder's warming up 7 ms before nought, which takes 312 samples of 48,000 a second.
  private static let tone = """
    GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAU/EU2bdLpNu4tTq4QVSalmU6yBoU27i1OrhBZU
    rmtTrIHGTbuMU6uEElTDZ1OsggFyTbuMU6uEHFO7a1OsggUp7AEAAAAAAABZAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBNgIRM
    YXZmV0GETGF2ZkSJiEBqAAAAAAAAFlSua0CmrgEAAAAAAAA414EBc8WIAAAAAAAAAAGcgQAitZyDdW5kiIEAhoVWX1ZQOIOBASPj
    g4QF9eEA4ImwgRC6gRCagQKuAQAAAAAAAFzXgQJzxYgAAAAAAAAAApyBACK1nIN1bmSIgQCGhkFfT1BVU1aqg2MuoFa7hATEtACD
    gQLhkZ+BAbWIQOdwAAAAAABiZIEQY6KTT3B1c0hlYWQBATgBgLsAAAAAABJUw2dAo3NzzmPAi2PFiAAAAAAAAAABZ8iYRaOHRU5D
    T0RFUkSHi0xhdmMgbGlidnB4Z8iiRaOIRFVSQVRJT05Eh5QwMDowMDowMC4yMDcwMDAwMDAAAHNzz2PAi2PFiAAAAAAAAAACZ8iZ
    RaOHRU5DT0RFUkSHjExhdmMgbGlib3B1c2fIokWjiERVUkFUSU9ORIeUMDA6MDA6MDAuMjA4MDAwMDAwAAAfQ7Z1QwjngQCjyIIA
    AIB4gi63bEck6gHNdavzEju3Oft3gl5e8E8lsnA9suMu4kP/mzvVMnjVZoPh6kJB2bFF7YVkE6fT5ubJLIL9wq2LJwldAqOjgQAH
    gBACAJ0BKhAAEAAARwiFhYiFhIgCAgAMDWAA/v+rUICjuoIAFYB4pIhHQ9eNXHIgrmUWtyxwb30UulT9OlsC4Vvq5assUaI4QAOm
    2tyLLYQd9TJaqjkxrisqbMujw4IAKYB4m6NR2Icexivv7PFT4njdfKdoCjB3YAtkeZw7yaM4UeGOnvZ3mUBMb+LnGDglY7Xb9ocS
    SVs0TJdkmYGZddajwYIAPYB4m6NR2IcexfV/5wlZeNDMH1Q+tDV2Hk0wIZf2Y94E0YYX+hai9AfnxA45DbkmDLgaNSzJZXF1xYxe
    vokmo8OCAFGAeJujUdiHHsYqiKbU/YFgAXou+1A/j2KaYd23/6l6gfmhahPZT0aCzBkRbJ6qtPWBBvdI/nLC79gWem7xLMpqo8eC
    AGWAeJujUdiHHsX51KYiemfsoQ/jeejSLay6CBObKkwDL+RFaHK0JIxL7tdKW7pHfekP8ZWvx2XxA/jRitIk8mtNYU3o1qOVgQBr
    ALEBAAUQrAAYABhYL/QACAAAo8KCAHmAeJujUdiHHsX7ifwE5ZnwErW365SO8jPhcHhJ0GuuwP64okbUYHdPhbPKHv8i86AP5HAv
    LALwCxWUdz+urMqjuoIAjYB4m6NR2IceyvjLWkQ4Y0cYGA4dNDuG/fsoaKwwsa7Hwxoi+7zm9anFjPj5ZTEq7sipyrFN6NWjvoIA
    oYB4nBuR2IcexfWUJd5uR+QJgQrZWzlztUynm3Sd8r1TOMrTyd5D2flxiW/H8BoS0Wdv0Q+g0e9pca3Vo72CALWASJujUdiHHrh6
    KrMnhSjEXi5v333NRAL1RIgV31JvZAfEW2T20tsf93dOZxzt2sN807sK5DIbbeogoKyho4IAyQBIgoU2HrDR6MPFD2UA7zlkqRNP
    QIj6pE7P3dxdziSxdaKEAM3+YBxTu2uRu4+zgQe3iveBAfGCAhvwgU0=
    """

  @Test("is counted from the first sample that is heard, not from those that only warm the decoder up")
  func delay() throws {
    let folder = TemporaryFolder()
    let bytes = try #require(Data(base64Encoded: Self.tone, options: .ignoreUnknownCharacters))
    let clip = try ClipReader(folder.file("tone.webm", Array(bytes)), byteLimit: 1 << 20)
    #expect(clip.facts.soundDelay == Time(samples: 312, rate: 48_000) - 0.014)
  }
}

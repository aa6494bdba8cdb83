import Footage
import Primitives
import Testing

@testable import Media

@Suite("A song")
struct SongTests {
  @Test(
    "has as many samples as its file, and as long as that at 48 kHz",
    arguments: [8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000], [1, 2])
  func length(rate: Int, channels: Int) throws {
    let folder = TemporaryFolder()
    let count = rate / 2 + 7
    let one = sine(440, rate: rate, count: count)
    let path = try folder.file(
      "a.wav", wav(one.flatMap { Array(repeating: $0, count: channels) }, rate: rate, channels: channels))
    let facts = try SongFile.probe(path)
    let heard = try samples(of: path)
    #expect(facts.sampleCount == Int64(count) && facts.sampleRate == rate && facts.channels == channels)
    #expect(facts.length == Time(samples: Int64(count), rate: rate))
    #expect(Int64(heard.count / 2) == facts.length.samples(rate: 48_000))
  }

  @Test(
    "keeps its level and its place, in mono and stereo, at any rate", arguments: [11_025, 44_100, 48_000],
    [1, 2])
  func level(rate: Int, channels: Int) throws {
    let folder = TemporaryFolder()
    let one = sine(300, rate: rate, count: rate)
    let path = try folder.file(
      "a.wav", wav(one.flatMap { Array(repeating: $0, count: channels) }, rate: rate, channels: channels))
    let heard = try samples(of: path)
    let expected = sine(300, rate: 48_000, count: 48_000)
    let worst = (500..<47_500).map { index in
      let wanted = Float(expected[index]) / 32768
      return max(abs(heard[index * 2] - wanted), abs(heard[index * 2 + 1] - wanted))
    }.max()
    #expect(worst ?? 1 < 0.002)
  }

  @Test("with more channels is mixed so that nothing is lost and nothing too loud")
  func surround() throws {
    let folder = TemporaryFolder()
    let loud = try folder.file(
      "loud.wav", wav(Array(repeating: 32767, count: 6 * 4800), rate: 48_000, channels: 6))
    let center = (0..<4800).flatMap { _ in [0, 0, 20_000, 0, 0, 0] as [Int16] }
    let soft = try folder.file("center.wav", wav(center, rate: 48_000, channels: 6))
    let (all, voice) = (try samples(of: loud), try samples(of: soft))
    #expect(all.map(abs).max() ?? 2 <= 1 && voice[2000] > 0.1 && voice[2000] == voice[2001])
  }

  @Test("in a WAV with a wrong size is what is there", arguments: [0, 1_000_000, 0xFFFF_FFFF])
  func wrongSize(claimed: Int) throws {
    let folder = TemporaryFolder()
    let path = try folder.file(
      "a.wav", wav(sine(440, rate: 8000, count: 8000), rate: 8000, channels: 1, claimedBytes: claimed))
    let facts = try SongFile.probe(path)
    #expect(facts.length == 1)
  }

  @Test("never crashes, wherever it was cut")
  func cut() throws {
    let folder = TemporaryFolder()
    let whole = wav(sine(440, rate: 8000, count: 100), rate: 8000, channels: 1)
    for length in 0..<whole.count {
      let path = try folder.file("a.wav", Array(whole[..<length]))
      let found = problem { () throws(Problem) in try SongFile.probe(path) }
      #expect(found == nil || found?.kind == .badInput, "at \(length)")
    }
  }

  @Test(
    "that isn't one gets a sentence",
    arguments: [
      ("words", "a.mp3"),
      ("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n", "a.m3u8"),
      ("ffconcat version 1.0\nfile /etc/passwd\n", "a.mp4"), ("", "a.wav"),
    ])
  func noSound(content: String, name: String) throws {
    let folder = TemporaryFolder()
    let path = try folder.file(name, Array(content.utf8))
    let found = problem { () throws(Problem) in try SongFile.probe(path) }
    #expect(found?.kind == .badInput && found?.message.contains(path) == true)
  }

  @Test(
    "in Opus is as long as what is heard after the encoder's delay, however long that is",
    arguments: [312, 3840, 65_535])
  func preSkip(count: Int) throws {
    let folder = TemporaryFolder()
    let pages = OggFixture.silence(preSkip: count, packets: 100, serial: 1)
    let path = try folder.file("a.opus", pages.flatMap { $0 })
    let facts = try SongFile.probe(path)
    #expect(facts.sampleCount == Int64(100 * 960 - count) && facts.sampleRate == 48_000)
    #expect(try samples(of: path).count == (100 * 960 - count) * 2)
  }

  @Test("is found beside a Theora picture in the same Ogg")
  func theora() throws {
    let folder = TemporaryFolder()
    let sound = OggFixture.silence(preSkip: 312, packets: 50, serial: 7)
    let pictures = OggFixture.theoraHeader(serial: 8)
    let path = try folder.file("a.ogg", pictures + sound.flatMap { $0 })
    let facts = try SongFile.probe(path)
    #expect(facts.sampleCount == 50 * 960 - 312)
    let alone = try NumberedFilm(name: "plain").write(in: folder)
    let found = problem { () throws(Problem) in try SongFile.probe(alone) }
    #expect(found?.message == "there is no sound in \(alone)")
    #expect(found?.hints == ["it holds h264"])
  }

  @Test(
    "in an MP3 without sound is missed in words of our own",
    arguments: [
      ([], "can't read PATH: it is an empty file"),
      (Array("ID3\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{A}0123456789".utf8), "there is no sound in PATH"),
      ([UInt8](repeating: 0, count: 300), "there is no sound in PATH"),
    ] as [([UInt8], String)])
  func emptyMP3(bytes: [UInt8], message: String) throws {
    let folder = TemporaryFolder()
    let path = try folder.file("a.mp3", bytes)
    let found = problem { () throws(Problem) in try SongFile.probe(path) }
    #expect(found?.message.replacing(path, with: "PATH") == message)
  }

  @Test("is missing where there is none")
  func missing() {
    let found = problem { () throws(Problem) in try SongFile.probe("/nowhere/song.ogg") }
    #expect(found == Problem(.missingInput, "there is no file /nowhere/song.ogg"))
  }
}

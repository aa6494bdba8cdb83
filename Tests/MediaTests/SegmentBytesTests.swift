import Media
import Primitives
import Testing

@Suite("A segment as bytes")
struct SegmentBytesTests {
  private let segment = EncodedSegment(
    frameCount: 3, header: [1, 2, 3], delay: 1,
    packets: [
      EncodedPacket(data: [9, 9], presentationIndex: 0, isKey: true),
      EncodedPacket(data: [8], presentationIndex: 2, isKey: false),
      EncodedPacket(data: [7, 7, 7], presentationIndex: 1, isKey: false),
    ])

  private let sound = EncodedSound(
    header: [5],
    packets: [.init(data: [1, 2], start: -1024, duration: 1024), .init(data: [3], start: 0, duration: 7)],
    priming: 1024, sampleCount: 7, bitrate: 256_000, sampleRate: 44_100, channels: 1, isCopied: true,
    loudness: Loudness(integrated: -14.5, range: nil, truePeak: -1))

  @Test("comes back as it was, and so does a sound")
  func roundTrip() {
    #expect(EncodedSegment(bytes: segment.bytes[...]) == segment)
    #expect(EncodedSound(bytes: sound.bytes[...]) == sound)
  }

  @Test("is refused when it is cut anywhere or has something after it")
  func truncated() {
    for count in 0..<segment.bytes.count {
      #expect(EncodedSegment(bytes: segment.bytes.prefix(count)) == nil)
    }
    for count in 0..<sound.bytes.count { #expect(EncodedSound(bytes: sound.bytes.prefix(count)) == nil) }
    #expect(EncodedSegment(bytes: (segment.bytes + [0])[...]) == nil)
    #expect(EncodedSound(bytes: (sound.bytes + [0])[...]) == nil)
  }

  @Test("is never more than a whole segment, whatever its bytes say")
  func damaged() {
    for index in segment.bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var bytes = segment.bytes
        bytes[index] = value
        let read = EncodedSegment(bytes: bytes[...])
        let isWhole = read.map { $0.packets.count == $0.frameCount } ?? true
        #expect(isWhole)
      }
    }
  }

  @Test(
    "has the digest that everybody computes",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func digest(text: String, digest: String) throws {
    let bytes = try SHA256.digest(of: Array(text.utf8))
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(hex == digest)
  }
}

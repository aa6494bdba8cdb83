/// A film's whole sound as AAC.
package struct EncodedSound: Hashable, Sendable {
  /// Every film's: 48 kHz.
  package static let sampleRate = 48_000

  /// AAC's configuration.
  package var header: [UInt8]
  package var packets: SoundPackets
  /// Samples at the beginning that only wind the decoder up; the first packet starts that much before 0.
  package var priming: Int
  /// How many samples are heard.
  package var sampleCount: Int64
  package var bitrate: Int

  package struct Packet: Hashable, Sendable {
    package var data: [UInt8]
    /// In samples from the film's start.
    package var start: Int64
    package var duration: Int

    package init(data: [UInt8], start: Int64, duration: Int) {
      self.data = data
      self.start = start
      self.duration = duration
    }
  }

  package init(header: [UInt8], packets: SoundPackets, priming: Int, sampleCount: Int64, bitrate: Int) {
    self.header = header
    self.packets = packets
    self.priming = priming
    self.sampleCount = sampleCount
    self.bitrate = bitrate
  }
}

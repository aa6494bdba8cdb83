/// A film's whole sound as AAC.
package struct EncodedSound: Hashable, Sendable {
  /// Of a mix: 48 kHz.
  package static let sampleRate = 48_000

  /// AAC's configuration.
  package var header: [UInt8]
  package var packets: SoundPackets
  /// Samples at the beginning that only wind the decoder up; the first packet starts that much before 0.
  package var priming: Int
  /// How many samples are heard.
  package var sampleCount: Int64
  package var bitrate: Int
  /// What samples are counted in.
  package var sampleRate: Int
  package var channels: Int
  /// Whether it is the song's own, as it was encoded before.
  package var isCopied: Bool
  /// How loud it was before it was encoded; nil if nobody listened.
  package var loudness: Loudness?

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

  package init(
    header: [UInt8], packets: SoundPackets, priming: Int, sampleCount: Int64, bitrate: Int,
    sampleRate: Int = EncodedSound.sampleRate, channels: Int = 2, isCopied: Bool = false,
    loudness: Loudness? = nil
  ) {
    self.header = header
    self.packets = packets
    self.priming = priming
    self.sampleCount = sampleCount
    self.bitrate = bitrate
    self.sampleRate = sampleRate
    self.channels = channels
    self.isCopied = isCopied
    self.loudness = loudness
  }
}

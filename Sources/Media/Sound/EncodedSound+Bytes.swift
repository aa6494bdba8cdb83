extension EncodedSound {
  /// All of it, to be kept in a file.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(priming)
    writer.write(UInt64(bitPattern: sampleCount))
    writer.write(bitrate)
    writer.write(sampleRate)
    writer.write(channels)
    writer.write(isCopied ? 1 : 0)
    writer.write(loudness == nil ? 0 : 1)
    for value in [loudness?.integrated, loudness?.range, loudness?.truePeak] {
      writer.write((value ?? .nan).bitPattern)
    }
    writer.write(header)
    writer.write(packets.count)
    for packet in packets {
      writer.write(UInt64(bitPattern: packet.start))
      writer.write(packet.duration)
      writer.write(packet.data)
    }
    return writer.bytes
  }

  /// The sound that was kept; nil unless the bytes are a whole one.
  package init?(bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    guard let priming = reader.count(upTo: 1 << 20), let samples = reader.number(),
      let bitrate = reader.count(upTo: 1 << 30),
      let rate = reader.count(upTo: 1 << 20), let channels = reader.count(upTo: 2),
      let copied = reader.count(upTo: 1),
      let isMeasured = reader.count(upTo: 1), let loudness = Loudness(from: &reader),
      let header = reader.string(),
      let count = reader.count(upTo: bytes.count)
    else { return nil }
    var packets = SoundPackets()
    for _ in 0..<count {
      guard let start = reader.number(), let duration = reader.count(upTo: 1 << 20),
        let data = reader.string()
      else { return nil }
      packets.append(Packet(data: data, start: Int64(bitPattern: start), duration: duration))
    }
    guard reader.isAtEnd else { return nil }
    self.init(
      header: header, packets: packets, priming: priming, sampleCount: Int64(bitPattern: samples),
      bitrate: bitrate, sampleRate: max(1, rate), channels: max(1, channels), isCopied: copied == 1,
      loudness: isMeasured == 1 ? loudness : nil)
  }
}

extension Loudness {
  fileprivate init?(from reader: inout ByteReader) {
    func value() -> Double?? { reader.number().map { Double(bitPattern: $0) }.map { $0.isNaN ? nil : $0 } }
    guard let integrated = value(), let range = value(), let peak = value() else { return nil }
    self.init(integrated: integrated, range: range, truePeak: peak)
  }
}

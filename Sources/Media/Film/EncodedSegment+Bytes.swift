extension EncodedSegment {
  /// All of it, to be kept in a file.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(frameCount)
    writer.write(delay)
    writer.write(header)
    for packet in packets {
      writer.write(packet.presentationIndex)
      writer.write(packet.isKey ? 1 : 0)
      writer.write(packet.data)
    }
    return writer.bytes
  }

  /// The segment that was kept; nil unless the bytes are a whole one.
  package init?(bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    guard let frameCount = reader.count(upTo: bytes.count), let delay = reader.count(upTo: 16),
      let header = reader.string()
    else { return nil }
    var packets: [EncodedPacket] = []
    for _ in 0..<frameCount {
      guard let index = reader.count(upTo: frameCount), let isKey = reader.count(upTo: 1),
        let data = reader.string()
      else { return nil }
      packets.append(EncodedPacket(data: data, presentationIndex: index, isKey: isKey == 1))
    }
    self.init(frameCount: frameCount, header: header, delay: delay, packets: packets)
    guard reader.isAtEnd, fault == nil else { return nil }
  }
}

/// The packets of a film's sound, in order. There are many and they are small, so that their bytes lie in
/// one piece of memory rather than in one each.
package struct SoundPackets: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var starts: [Int64] = []
  private var durations: [Int32] = []

  package init() {}

  package mutating func append(_ packet: EncodedSound.Packet) {
    bytes.append(contentsOf: packet.data)
    ends.append(bytes.count)
    starts.append(packet.start)
    durations.append(Int32(clamping: packet.duration))
  }

  /// When a packet begins, in samples from the film's start.
  func start(of index: Int) -> Int64 { starts[index] }
}

extension SoundPackets: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(index: Int) -> EncodedSound.Packet {
    let begin = index > 0 ? ends[index - 1] : 0
    return EncodedSound.Packet(
      data: Array(bytes[begin..<ends[index]]), start: starts[index], duration: Int(durations[index]))
  }
}

extension SoundPackets: ExpressibleByArrayLiteral {
  package init(arrayLiteral packets: EncodedSound.Packet...) { for packet in packets { append(packet) } }
}

/// A closed run of frames as H.264, knowing nothing of its neighbours.
package struct EncodedSegment: Hashable, Sendable {
  package var frameCount: Int
  /// Parameter sets: equal for all segments that can share a film.
  package var header: [UInt8]
  /// How many frames a decoder holds back to put them in order; equal wherever the header is.
  package var delay: Int
  /// In decoding order; the first one is a key frame.
  package var packets: [EncodedPacket]

  package init(frameCount: Int, header: [UInt8], delay: Int, packets: [EncodedPacket]) {
    self.frameCount = frameCount
    self.header = header
    self.delay = delay
    self.packets = packets
  }

  package var byteCount: Int { packets.reduce(0) { $0 + $1.data.count } }

  /// What is wrong with it, if it isn't whole: every frame must be there once, and soon enough.
  var fault: String? {
    guard frameCount > 0 else { return "it has no frames" }
    guard (0...16).contains(delay), !header.isEmpty else { return "its header is missing" }
    guard packets.count == frameCount else { return "it has \(packets.count) of \(frameCount) frames" }
    guard packets[0].isKey, packets[0].presentationIndex == 0 else {
      return "it doesn't begin with a key frame"
    }
    var seen = [Bool](repeating: false, count: frameCount)
    for (order, packet) in packets.enumerated() {
      let index = packet.presentationIndex
      guard seen.indices.contains(index), !seen[index], !packet.data.isEmpty else {
        return "its frames aren't in order"
      }
      guard order - index <= delay else { return "a frame comes too late to be shown" }
      seen[index] = true
    }
    return nil
  }
}

/// One compressed frame.
package struct EncodedPacket: Hashable, Sendable {
  package var data: [UInt8]
  /// The frame's number within its segment.
  package var presentationIndex: Int
  package var isKey: Bool

  package init(data: [UInt8], presentationIndex: Int, isKey: Bool) {
    self.data = data
    self.presentationIndex = presentationIndex
    self.isKey = isKey
  }
}

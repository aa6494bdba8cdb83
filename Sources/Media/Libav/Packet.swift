internal import CEngine
internal import Primitives

/// Some compressed data on its way: the owner of an `AVPacket`.
struct Packet: ~Copyable {
  let raw: UnsafeMutablePointer<AVPacket>

  private init(adopting raw: UnsafeMutablePointer<AVPacket>) { self.raw = raw }

  /// `av_packet_alloc`.
  static func empty() throws(Problem) -> Packet {
    guard let raw = av_packet_alloc() else { throw Libav.noMemory }
    return Packet(adopting: raw)
  }

  /// A packet with a copy of some bytes, and the padding decoders read ahead into. `av_new_packet`.
  static func holding(_ bytes: [UInt8]) throws(Problem) -> Packet {
    let packet = try Packet.empty()
    try packet.fill(bytes)
    return packet
  }

  /// Replaces what it holds.
  borrowing func fill(_ bytes: [UInt8]) throws(Problem) {
    av_packet_unref(raw)
    guard let size = Int32(exactly: bytes.count), av_new_packet(raw, size) >= 0 else {
      throw Libav.noMemory
    }
    bytes.withUnsafeBufferPointer { source in
      if let from = source.baseAddress { raw.pointee.data.update(from: from, count: source.count) }
    }
  }

  /// A copy of what it holds.
  var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: raw.pointee.data, count: Int(max(0, raw.pointee.size))))
  }

  /// Gives its data back. `av_packet_unref`.
  borrowing func clear() { av_packet_unref(raw) }

  deinit {
    var raw: UnsafeMutablePointer<AVPacket>? = raw
    av_packet_free(&raw)
  }
}

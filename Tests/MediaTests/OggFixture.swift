/// Ogg files made page by page.
enum OggFixture {
  /// The pages of an Opus stream of silence, 20 ms a packet, and a packet a page.
  static func silence(preSkip: Int, packets: Int, serial: UInt8) -> [[UInt8]] {
    let skip = [UInt8(preSkip & 0xFF), UInt8(preSkip >> 8)]
    let head = Array("OpusHead".utf8) + [1, 2] + skip + [0x80, 0xBB, 0, 0, 0, 0, 0]
    let tags = Array("OpusTags".utf8) + [UInt8](repeating: 0, count: 8)
    let sound = (1...packets).map { number in
      page([0xFC, 0xFF, 0xFE], serial, number + 1, at: number * 960, isLast: number == packets)
    }
    return [page(head, serial, 0, at: 0), page(tags, serial, 1, at: 0)] + sound
  }

  /// The first page of a Theora stream: 16 by 16 pixels, 25 a second.
  static func theoraHeader(serial: UInt8) -> [UInt8] {
    let head: [UInt8] =
      [0x80] + Array("theora".utf8) + [3, 2, 1, 0, 1, 0, 1, 0, 0, 16, 0, 0, 16, 0, 0]
      + [0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0xC0, 0xC0]
    return page(head, serial, 0, at: 0)
  }

  private static func page(
    _ packet: [UInt8], _ serial: UInt8, _ number: Int, at granule: Int, isLast: Bool = false
  ) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) }
    }
    let kind: UInt8 = (number == 0 ? 2 : 0) | (isLast ? 4 : 0)
    let head = Array("OggS".utf8) + [0, kind] + little(granule, 8) + [serial, 0, 0, 0] + little(number, 4)
    let body = [1, UInt8(packet.count)] + packet
    return head + little(checksum(head + [0, 0, 0, 0] + body), 4) + body
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0
    for byte in bytes {
      sum ^= UInt32(byte) << 24
      for _ in 0..<8 { sum = sum & 0x8000_0000 == 0 ? sum << 1 : sum << 1 ^ 0x04C1_1DB7 }
    }
    return Int(sum)
  }
}

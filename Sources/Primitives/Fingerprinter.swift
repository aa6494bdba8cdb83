/// Makes a fingerprint of what is written to it, in order: SipHash-2-4 with 128 bits of result.
package struct Fingerprinter {
  private var v0: UInt64 = 0x736f_6d65_7073_6575
  private var v1: UInt64 = 0x646f_7261_6e64_6f6d ^ 0xee
  private var v2: UInt64 = 0x6c79_6765_6e65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573
  private var words: UInt64 = 0

  package init() {}

  package mutating func write(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
    words &+= 1
  }

  package mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }
  package mutating func write(_ number: Double) { write(number == 0 ? 0 : number.bitPattern) }
  package mutating func write(_ flag: Bool) { write(flag ? 1 as UInt64 : 0) }
  package mutating func write(_ value: some Fingerprintable) { value.write(to: &self) }

  package mutating func write(_ text: String) { write(bytes: text.utf8) }

  package mutating func write(_ values: some Collection<some Fingerprintable>) {
    write(values.count)
    for value in values { value.write(to: &self) }
  }

  /// Bytes, eight to a word, and then how many there were.
  package mutating func write(bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    var count = 0
    for byte in bytes {
      word |= UInt64(byte) << UInt64((count & 7) * 8)
      count += 1
      if count & 7 == 0 {
        write(word)
        word = 0
      }
    }
    write(word)
    write(count)
  }

  package consuming func finish() -> Fingerprint {
    write(words)
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let high = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return Fingerprint(high: high, low: v0 ^ v1 ^ v2 ^ v3)
  }

  private mutating func round() {
    func turned(_ x: UInt64, _ bits: UInt64) -> UInt64 { x << bits | x >> (64 - bits) }
    v0 = v0 &+ v1
    v1 = turned(v1, 13) ^ v0
    v0 = turned(v0, 32)
    v2 = v2 &+ v3
    v3 = turned(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = turned(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = turned(v1, 17) ^ v2
    v2 = turned(v2, 32)
  }
}

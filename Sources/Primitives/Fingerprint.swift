/// 128 bits that stand for a value: equal values have equal fingerprints on every machine, and
/// different ones practically never do.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(of bytes: some Sequence<UInt8>) {
    var writer = Fingerprinter()
    writer.write(bytes: bytes)
    self = writer.finish()
  }

  package init(of value: some Fingerprintable) {
    var writer = Fingerprinter()
    value.write(to: &writer)
    self = writer.finish()
  }

  /// 32 hexadecimal digits.
  package var description: String {
    func digits(_ half: UInt64) -> String {
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits(high) + digits(low)
  }
}

/// A value that can tell a fingerprinter all that it depends on.
package protocol Fingerprintable {
  func write(to writer: inout Fingerprinter)
}

extension Fingerprint: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(high)
    writer.write(low)
  }
}

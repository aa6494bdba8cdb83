package import Primitives

/// Writes 48 kHz stereo as a WAV file of 16 bits, a piece at a time; it appears once it is complete.
package struct WaveWriter: ~Copyable {
  private let file: UnfinishedFile
  private var byteCount: UInt64 = 0

  /// A WAV counts its bytes with 32 bits.
  private static let limit = UInt64(UInt32.max) - 64

  package static func create(_ path: String) throws(Problem) -> WaveWriter {
    let file = try UnfinishedFile.create(for: path)
    let head = header(0)
    try file.put(head, byteCount: head.count)
    return WaveWriter(file: file)
  }

  private init(file: consuming UnfinishedFile) { self.file = file }

  /// Adds samples, left and right by turns; what is beyond full scale is cut.
  package mutating func append(_ samples: [Float]) throws(Problem) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(samples.count * 2)
    for sample in samples {
      let value = sample.isFinite ? Int16((max(-1, min(1, sample)) * 32767).rounded()) : 0
      bytes.append(UInt8(truncatingIfNeeded: value))
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }
    byteCount += UInt64(bytes.count)
    guard byteCount < WaveWriter.limit else {
      throw Problem(
        .badInput, "can't write \(file.target): a WAV file holds six hours at most",
        hints: "use a shorter song")
    }
    try file.put(bytes, byteCount: Int(byteCount))
  }

  package consuming func finish() throws(Problem) {
    try file.rewind()
    try file.put(WaveWriter.header(UInt32(byteCount)), byteCount: Int(byteCount))
    try file.publish()
  }

  private static func header(_ size: UInt32) -> [UInt8] {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    let rate = UInt32(EncodedSound.sampleRate)
    return Array("RIFF".utf8) + little(36 + size, 4) + Array("WAVEfmt ".utf8) + little(16, 4) + little(1, 2)
      + little(2, 2) + little(rate, 4) + little(rate * 4, 4) + little(4, 2) + little(16, 2)
      + Array("data".utf8) + little(size, 4)
  }
}

import Hearing
import Media
import Primitives
import Timeline

/// What was measured in songs.
enum SongTraces {
  static func trace(
    _ request: TraceRequest, of song: KnownFile, lasting length: Time
  ) throws(Problem) -> SoundTrace {
    try Findings.recall(.trace(request), about: song) { () throws(Problem) in
      let (rate, width, steps) = try Tracing.trace(request, of: song.path, lasting: length)
      return SoundTrace(rate: rate, width: width, values: steps.map { Float($0) / SoundTrace.full })
    }
  }
}

extension SoundTrace: Finding {
  /// What 1 is kept as.
  fileprivate static let full: Float = 32_767

  init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    guard let rate = reader.count(upTo: 24_000), let width = reader.count(upTo: 256), rate > 0, width > 0,
      let bytes = reader.string(), reader.isAtEnd, bytes.count.isMultiple(of: 2 * width)
    else { return nil }
    self.init(
      rate: rate, width: width,
      values: stride(from: 0, to: bytes.count, by: 2).map { place in
        let bits = UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        return Float(Int16(bitPattern: bits)) / SoundTrace.full
      })
  }

  var bytes: [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 2)
    for value in values {
      let bits = UInt16(bitPattern: Int16((value * SoundTrace.full).rounded()))
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
    }
    var writer = ByteWriter()
    writer.write(rate)
    writer.write(width)
    writer.write(bytes)
    return writer.bytes
  }
}

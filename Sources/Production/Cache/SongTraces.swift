import Foundation
import Hearing
import Media
import Primitives
import Timeline

/// What was measured in songs, kept by what is in them, what was asked, and what measured.
enum SongTraces {
  static func trace(
    _ request: TraceRequest, of path: String, _ song: SongFacts
  ) throws(Problem) -> SoundTrace {
    var writer = Fingerprinter()
    writer.write(song.digest)
    writer.write(EngineIdentity.fingerprint)
    // All that is asked is in its description.
    writer.write("\(request)")
    let key = writer.finish()
    let place = "\(Installation.cache)/hearing/\(key)"
    if let data = FileManager.default.contents(atPath: place), let entry = CacheEntry(Array(data)),
      entry.key == key, let trace = SoundTrace(bytes: entry.body)
    {
      return trace
    }
    let (rate, width, steps) = try Tracing.trace(request, of: path, lasting: song.length)
    let body = bytes(rate: rate, width: width, steps)
    guard let trace = SoundTrace(bytes: body) else {
      throw Problem(.bug, "what was measured in \(path) makes no sense")
    }
    keep(body, as: key, at: place)
    return trace
  }

  private static func bytes(rate: Int, width: Int, _ steps: [Int16]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(rate)
    writer.write(width)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(steps.count * 2)
    for step in steps {
      let bits = UInt16(bitPattern: step)
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
    }
    writer.write(bytes)
    return writer.bytes
  }

  private static func keep(_ body: [UInt8], as key: Fingerprint, at path: String) {
    guard let bytes = try? CacheEntry(key: key, body: body).bytes() else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    // What can't be kept is measured again the next time.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}

extension SoundTrace {
  /// Nil for bytes that nobody wrote so.
  fileprivate init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    guard let rate = reader.count(upTo: 24_000), let width = reader.count(upTo: 256), rate > 0, width > 0,
      let bytes = reader.string(), reader.isAtEnd, bytes.count.isMultiple(of: 2 * width)
    else { return nil }
    self.init(
      rate: rate, width: width,
      values: stride(from: 0, to: bytes.count, by: 2).map { place in
        let bits = UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        return Float(Int16(bitPattern: bits)) / 32_767
      })
  }
}

import Foundation
import Media
package import Primitives

extension Manifest {
  /// Reads a manifest that was written; everything in it is looked at before it is believed.
  package static func reading(_ path: String) throws(Problem) -> Manifest {
    let bytes = try WholeFile.bytes(of: path, limit: 1 << 30)
    let manifest: Manifest
    do {
      manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    } catch {
      throw Problem(.badInput, "\(path) is no manifest", hints: "render --manifest writes one")
    }
    guard manifest.format == 1 else {
      throw Problem(.badInput, "\(path) was written by a later libretto: it has format \(manifest.format)")
    }
    var next = manifest.segments.first?.firstFrame ?? 0
    for segment in manifest.segments {
      // Counted so that no number in the file can overflow.
      let count = segment.frames.count
      let sum = try SHA256.words(SHA256.digest(of: segment.frames.joined().utf8))
      guard segment.firstFrame == next, count > 0, segment.drawings.count == count, segment.sha256 == sum,
        (0...1_000_000_000).contains(next)
      else {
        throw Problem(.badInput, "\(path) is damaged: its segment at frame \(next) isn't as it was written")
      }
      next += count
    }
    guard !manifest.segments.isEmpty else { throw Problem(.badInput, "\(path) names no frames") }
    return manifest
  }

  /// Writes it under its name once it is complete.
  package func write(to path: String) throws(Problem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      throw Problem(.bug, "the manifest can't be written as JSON")
    }
    let file = try UnfinishedFile.create(for: path)
    try file.write(Array(data) + [0x0A])
    try file.publish()
  }
}

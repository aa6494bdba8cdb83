import Foundation
import Primitives

/// What made a segment, besides what was asked: this engine, and the libraries that it runs with.
enum EngineIdentity {
  /// Differs between any two builds of the engine or of a library that has a say in pixels or packets.
  static let fingerprint: Fingerprint = {
    var writer = Fingerprinter()
    writer.write(Installation.version)
    for path in libraries { writer.write(stampOf: path) }
    return writer.finish()
  }()

  private static let telling = [
    "LibrettoRuntime", "libav", "libsw", "libx264", "libcairo", "libpixman", "libfreetype", "libharfbuzz",
    "libicu", "libebur128", "libm.", "libm-",
  ]

  /// The files of libraries in this process, and its own program where the engine is part of it.
  private static var libraries: [String] {
    let maps = FileHandle(forReadingAtPath: "/proc/self/maps").flatMap { try? $0.readToEnd() } ?? Data()
    let paths = Set(
      String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap { line in
        line.firstIndex(of: "/").map { String(line[$0...]) }
      })
    let found = paths.filter { path in telling.contains { path.contains($0) } }.sorted()
    let hasEngine = found.contains { $0.contains("LibrettoRuntime") }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    return hasEngine ? found : found + [program]
  }
}

import Media
import Primitives

/// What made a segment, besides what was asked: this engine, and the libraries that it runs with.
enum EngineIdentity {
  /// Differs between any two builds of the engine or of a library that has a say in pixels or packets, and
  /// is the same wherever they lie.
  static let fingerprint: Fingerprint = {
    var writer = Fingerprinter()
    writer.write(Installation.version)
    for library in LoadedLibrary.all {
      writer.write(library.name)
      writer.write(bytes: library.build)
      // A build without an identity is told from others by its file.
      if library.build.isEmpty { writer.write(stampOf: library.path) }
    }
    return writer.finish()
  }()
}

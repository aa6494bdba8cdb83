import Host
import Media
import Primitives
import Production
import Raster

/// What holds for the whole process, set here and nowhere else: once at the start, and once more by a render.
///
/// What libraries keep for the process is set when they are first used, in `LibrarySettings` of `Media`.
enum ProcessSettings {
  /// Before anything is done: nothing is said or written yet.
  static func settle() {
    StandardFiles.replaceClosed()
    Program.surviveFileLimit()
    Interruption.end { Report.words(of: $0) }
  }

  /// What the environment and the installation say, before any file is looked at.
  static func adopt() throws(Problem) {
    try LimitsCommand.adopt()
    DrawingFonts.use { Installation.fonts }
  }

  /// Before a film is made: what layers may keep, and that being asked to stop is noted, as workers look
  /// for it.
  static func beginRender(_ memory: MemoryBudget) {
    PixelMemory.keep(atMost: memory.layerBytes)
    Interruption.note()
  }
}

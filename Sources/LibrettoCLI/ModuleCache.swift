import Foundation
import Media
import Primitives
import Production

/// Where the compiler keeps modules that it made of C headers. It believes what is there, and stumbles over what
/// is damaged or was moved.
enum ModuleCache {
  static var folder: String { Installation.cache + "/modules" }

  static func settle() throws(Problem) { try PrivateFolder.settle(folder) }

  /// Whether what the compiler said is about this folder rather than about an author's file; a compiler that
  /// died may have died of it.
  static func isBlamed(in said: String) -> Bool {
    said.split(separator: "\n").contains { line in
      line.contains("error:")
        && [folder + "/", "module cache path", "due to signal"].contains { line.contains($0) }
    }
  }

  /// Throws everything away. Compilers at work meanwhile keep the files they have open.
  static func clear() {
    // What can't be removed is found damaged again, and said again.
    try? FileManager.default.removeItem(atPath: folder)
  }
}

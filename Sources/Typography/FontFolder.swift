import Glibc
import Primitives

/// A folder in which fonts are looked for.
enum FontFolder {
  private static let suffixes = [".otf", ".ttf", ".ttc"]
  private static let deepest = 8

  /// The paths of the font files in a folder and the folders in it, in an order that doesn't depend on
  /// the disk.
  ///
  /// A folder that isn't there has no fonts. Hidden entries and links to folders are passed over.
  static func files(in folder: String) throws(Problem) -> [String] {
    var entry = stat()
    if stat(folder, &entry) != 0, errno == ENOENT { return [] }
    do {
      return try files(in: folder, depth: 0)
    } catch {
      throw Problem(.missingInput, "can't read the fonts folder \(folder)", hints: error.reason)
    }
  }

  private static func files(in folder: String, depth: Int) throws(FontFailure) -> [String] {
    var found: [String] = []
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = folder + "/" + name
      switch kind(of: path) {
      case S_IFDIR where depth < deepest:
        // Below the top, a folder that can't be read hides its fonts and no others.
        found += (try? files(in: path, depth: depth + 1)) ?? []
      case S_IFREG where suffixes.contains(where: name.lowercased().hasSuffix):
        found.append(path)
      default:
        break
      }
    }
    return found
  }

  /// The C functions are `opendir` and `readdir`.
  private static func names(in folder: String) throws(FontFailure) -> [String] {
    guard let handle = opendir(folder) else { throw FontFailure(String(cString: strerror(errno))) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      names.append(String(cString: name))
    }
    return names.sorted()
  }

  /// What stands at a path: a link counts as what it leads to, but never as a folder, so that a walk
  /// can't go in circles.
  private static func kind(of path: String) -> mode_t {
    var entry = stat()
    guard lstat(path, &entry) == 0 else { return 0 }
    guard entry.st_mode & S_IFMT == S_IFLNK else { return entry.st_mode & S_IFMT }
    guard stat(path, &entry) == 0, entry.st_mode & S_IFMT == S_IFREG else { return 0 }
    return S_IFREG
  }
}

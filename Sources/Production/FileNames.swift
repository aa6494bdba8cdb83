import Foundation
import Primitives
import Timeline

/// Files whose names were written in other letter case than they are in.
package enum FileNames {
  /// Where the file is that an author means: as it was written if there is one, else the only one whose name differs
  /// in nothing but letter case, on every machine alike.
  static func meant(_ path: AssetPath) -> AssetPath {
    let parts = path.name.split(separator: "/").count
    guard let location = match(path.location, folders: parts) else { return path }
    var meant = path
    meant.location = location
    return meant
  }

  /// The same for a file that is named on the command line; its folders are as they are written.
  package static func meant(_ path: String) -> String { match(path, folders: 1) ?? path }

  /// - Parameter parts: how many of the path's last parts may be written otherwise.
  private static func match(_ path: String, folders parts: Int) -> String? {
    let files = FileManager.default
    // What is a link to nothing is there.
    if files.fileExists(atPath: path) || (try? files.attributesOfItem(atPath: path)) != nil { return path }
    guard parts > 0, let slash = path.lastIndex(of: "/") else { return nil }
    guard let folder = match(String(path[..<slash]), folders: parts - 1) else { return nil }
    let name = path[path.index(after: slash)...].lowercased()
    let names = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.lowercased() == name }
    return names.count == 1 ? "\(folder)/\(names[0])" : nil
  }
}

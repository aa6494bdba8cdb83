internal import Glibc
internal import Primitives

/// Where something is written that is written to a path.
enum LinkedPath {
  /// Follows links, so that a file is replaced and not the link to it; refuses what is no file, and links that
  /// somebody else made: in a shared folder they could lead to any file of ours.
  static func resolve(_ target: String, links: Int = 0) throws(Problem) -> String {
    var status = stat()
    guard lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return try real(target) }
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw Problem(
        .cannotCreate, "can't write \(target): it is a link that somebody else made",
        hints: "choose another name, or a folder that others can't write to")
    }
    // Without the limit, two links that name each other would lead on for ever.
    guard links < 40, let next = linked(from: target) else { throw .unwritable(target, ELOOP) }
    return try resolve(next, links: links + 1)
  }

  /// What is no link itself, without links on the way. `realpath`.
  private static func real(_ target: String) throws(Problem) -> String {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if target.hasSuffix("/") { throw Problem(.cannotCreate, "can't write \(target): it names a folder") }
      return target
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file"
      throw Problem(.cannotCreate, "can't write \(target): it is \(kind)")
    }
    guard let real = realpath(target, nil) else { return target }
    defer { free(real) }
    return String(cString: real)
  }

  /// Where a link leads, though nothing may be there. `readlink`.
  private static func linked(from path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? -1
      guard count > 0 else { return nil }
      let name = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return name.hasPrefix("/") ? name : OutputPath(path).sibling(name)
    }
  }
}

internal import Glibc

/// What processes left unfinished that were killed.
enum Leftovers {
  /// Takes away the files whose names go on, after a prefix, with the number of a process that isn't there any
  /// more and, as a process may be on another machine, that hold no lock. `flock`.
  static func sweep(_ place: OutputPath, _ prefix: String) {
    guard let folder = opendir(place.folder) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix) else { continue }
      let words = name.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
      guard words.count <= 2, let process = words.first.flatMap({ pid_t($0) }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      let number = openat(dirfd(folder), name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard number >= 0 else { continue }
      let descriptor = Descriptor(adopting: number)
      if flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 { unlinkat(dirfd(folder), name, 0) }
    }
  }
}

internal import Glibc
package import Primitives

/// A file in the making: nobody sees it under its name before it is whole.
///
/// It is written as `.NAME.tmp.PID` beside its target. `publish` gives it its name, and only once it is
/// safely on the disk; a value that goes away before that takes what was written with it. What a killed
/// process couldn't take with it goes when the same file is made again.
package struct UnfinishedFile: ~Copyable {
  /// Where it will be.
  package let target: String
  /// Where to write it until then.
  package var path: String { scratch.path }

  private let scratch: Scratch
  private let lock: Descriptor

  /// Makes an empty one. What is at the target stays as it is until `publish`.
  package static func create(for target: String) throws(Problem) -> UnfinishedFile {
    guard !target.utf8.contains(0), !target.isEmpty else {
      throw Problem(.cannotCreate, "can't write a file without a proper name")
    }
    let resolved = try resolve(target)
    let place = OutputPath(resolved)
    // A name has 255 bytes at most, and the temporary one is longer.
    let prefix = ".\(String(decoding: place.name.utf8.prefix(230), as: UTF8.self)).tmp."
    sweep(place, prefix)
    let scratch = Scratch(path: place.sibling("\(prefix)\(getpid())"))
    let number = open(scratch.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard number >= 0 else { throw .unwritable(target, errno) }
    // Held until it is done with, so that nobody sweeps it away.
    flock(number, LOCK_EX | LOCK_NB)
    return UnfinishedFile(target: resolved, scratch: scratch, lock: Descriptor(adopting: number))
  }

  /// Takes away what was left of the same file by processes that were killed: those that aren't there
  /// any more and, as a process may be on another machine, hold no lock. `flock`.
  private static func sweep(_ place: OutputPath, _ prefix: String) {
    guard let folder = opendir(place.folder) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), let process = pid_t(name.dropFirst(prefix.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      let number = open(place.sibling(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard number >= 0 else { continue }
      let descriptor = Descriptor(adopting: number)
      if flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 { unlink(place.sibling(name)) }
    }
  }

  /// Follows links, so that a file is replaced and not the link to it; refuses what is no file.
  private static func resolve(_ target: String, links: Int = 0) throws(Problem) -> String {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if target.hasSuffix("/") { throw Problem(.cannotCreate, "can't write \(target): it names a folder") }
      // Without the limit, two links that name each other would lead on for ever.
      guard errno != ELOOP else { throw .unwritable(target, ELOOP) }
      guard errno == ENOENT, links < 40, let next = linked(from: target) else { return target }
      return try resolve(next, links: links + 1)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file"
      throw Problem(.cannotCreate, "can't write \(target): it is \(kind)")
    }
    guard let real = realpath(target, nil) else { return target }
    defer { free(real) }
    return String(cString: real)
  }

  /// Where a link leads, though nothing may be there; nil for what is no link. `readlink`.
  private static func linked(from path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? -1
      guard count > 0 else { return nil }
      let name = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return name.hasPrefix("/") ? name : OutputPath(path).sibling(name)
    }
  }

  /// Writes all of it, and looks whether it is there. For files made in memory.
  package borrowing func write(_ bytes: [UInt8]) throws(Problem) {
    let number = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard number >= 0 else { throw .unwritable(target, errno) }
    let descriptor = Descriptor(adopting: number)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor.number, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw .unwritable(target, errno, byteCount: bytes.count)
      }
    }
    guard descriptor.close() else { throw .unwritable(target, errno, byteCount: bytes.count) }
    guard try InputFile.open(path).bytes(limit: bytes.count) == bytes else {
      throw Problem(.inputOutput, "\(target) can't be read back as it was written")
    }
  }

  /// Gives the file its name, in one step and for good: `fsync`, `rename`, and `fsync` of the folder.
  package consuming func publish() throws(Problem) {
    try sync(path, O_RDWR)
    guard rename(path, target) == 0 else { throw .unwritable(target, errno) }
    try sync(OutputPath(target).folder, O_RDONLY | O_DIRECTORY)
  }

  private borrowing func sync(_ path: String, _ mode: Int32) throws(Problem) {
    let number = open(path, mode | O_CLOEXEC)
    guard number >= 0 else { throw .unwritable(target, errno) }
    let descriptor = Descriptor(adopting: number)
    // Some file systems can't sync a folder, and say so with EINVAL.
    guard fsync(descriptor.number) == 0 || errno == EINVAL else { throw .unwritable(target, errno) }
    guard descriptor.close() else { throw .unwritable(target, errno) }
  }
}

/// A path whose file is removed with it. After a rename there is nothing left to remove.
struct Scratch: ~Copyable {
  let path: String
  deinit { unlink(path) }
}

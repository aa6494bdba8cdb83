internal import Glibc
package import Primitives

/// A file in the making: nobody sees it under its name before it is whole.
///
/// It is written as `.NAME.tmp.PID` beside its target. `publish` gives it its name, and only once it is
/// safely on the disk; a value that goes away before that takes what was written with it.
package struct UnfinishedFile: ~Copyable {
  /// Where it will be.
  package let target: String
  /// Where to write it until then.
  package var path: String { scratch.path }

  private let scratch: Scratch

  /// Makes an empty one. What is at the target stays as it is until `publish`.
  package static func create(for target: String) throws(Problem) -> UnfinishedFile {
    guard !target.utf8.contains(0), !target.isEmpty else {
      throw Problem(.cannotCreate, "can't write a file without a proper name")
    }
    let resolved = try resolve(target)
    let place = OutputPath(resolved)
    // A name has 255 bytes at most, and the temporary one is longer.
    let name = String(decoding: place.name.utf8.prefix(230), as: UTF8.self)
    let scratch = Scratch(path: place.sibling(".\(name).tmp.\(getpid())"))
    let number = open(scratch.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard number >= 0 else { throw .unwritable(target, errno) }
    close(number)
    return UnfinishedFile(target: resolved, scratch: scratch)
  }

  /// Follows links, so that a file is replaced and not the link to it; refuses what is no file.
  private static func resolve(_ target: String) throws(Problem) -> String {
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

  /// Writes all of it. For files made in memory.
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
  }
}

/// A path whose file is removed with it. After a rename there is nothing left to remove.
struct Scratch: ~Copyable {
  let path: String
  deinit { unlink(path) }
}

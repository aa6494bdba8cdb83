internal import CEngine
internal import Glibc
package import Primitives

/// A file in the making: nobody sees it under its name before it is whole.
///
/// It is made once, beside its target, under a name that nobody can guess, and followed by its descriptor to the
/// end: what others put in its place or in its way, in a folder that they may write to, is neither written
/// to nor published. `publish` gives it its name, and only once it is safely on the disk; a value that goes
/// away before that takes what was written with it. What a killed process couldn't take with it goes when the
/// same file is made again.
package struct UnfinishedFile: ~Copyable {
  /// Where it will be.
  package let target: String
  /// Leads to the file itself until it is published, whatever has its name.
  package var path: String { "/proc/self/fd/\(descriptor.number)" }

  private let scratch: Scratch
  private let descriptor: Descriptor
  private let name: String

  /// Makes an empty one. What is at the target stays as it is until `publish`. `openat` with `O_EXCL`.
  ///
  /// - Parameter isPrivate: whether nobody else may read it, whatever the umask says.
  package static func create(
    for target: String, isPrivate: Bool = false
  ) throws(Problem) -> UnfinishedFile {
    guard !target.utf8.contains(0), !target.isEmpty else {
      throw Problem(.cannotCreate, "can't write a file without a proper name")
    }
    let resolved = try LinkedPath.resolve(target)
    let place = OutputPath(resolved)
    let number = open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .unwritable(target, errno) }
    let folder = Descriptor(adopting: number)
    // A name has 255 bytes at most, and the temporary one is longer.
    let prefix = ".\(String(decoding: place.name.utf8.prefix(210), as: UTF8.self)).tmp."
    Leftovers.sweep(place, prefix)
    let chance = String(UInt64.random(in: 0 ... .max), radix: 36)
    let scratch = Scratch(folder: folder, name: "\(prefix)\(getpid()).\(chance)")
    let file = openat(
      scratch.folder.number, scratch.name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
      isPrivate ? 0o600 : 0o666)
    guard file >= 0 else {
      // What has this name is somebody else's.
      scratch.isGone = true
      throw .unwritable(target, errno)
    }
    // Held until it is done with, so that nobody sweeps it away.
    flock(file, LOCK_EX | LOCK_NB)
    return UnfinishedFile(
      target: resolved, scratch: scratch, descriptor: Descriptor(adopting: file), name: place.name)
  }

  /// Writes all of it, and looks whether it is there. For files made in memory.
  package borrowing func write(_ bytes: [UInt8]) throws(Problem) {
    try put(bytes, byteCount: bytes.count)
    guard try InputFile.open(path).bytes(limit: bytes.count) == bytes else {
      throw Problem(.inputOutput, "\(target) can't be read back as it was written")
    }
  }

  /// Adds bytes after those that were added before. `write`.
  ///
  /// - Parameter byteCount: how many there are to be in all, for messages.
  borrowing func put(_ bytes: [UInt8], byteCount: Int) throws(Problem) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor.number, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw .unwritable(target, errno, byteCount: byteCount)
      }
    }
  }

  /// What is added next replaces the file's beginning. `lseek`.
  borrowing func rewind() throws(Problem) {
    guard lseek(descriptor.number, 0, SEEK_SET) == 0 else { throw .unwritable(target, errno) }
  }

  /// Gives the file its name, in one step and for good: `fsync`, `renameat`, and `fsync` of the folder.
  package consuming func publish() throws(Problem) {
    let (target, name, folder) = (target, name, scratch.folder.number)
    guard fsync(descriptor.number) == 0 else { throw .unwritable(target, errno) }
    guard let made = FileStamp(descriptor) else { throw .unwritable(target, errno) }
    func isIt(_ name: String) -> Bool {
      var status = stat()
      return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        && FileStamp(status).isSameFile(as: made)
    }
    let foreign = Problem(
      .cannotCreate, "can't write \(target): somebody else put another file in its place",
      hints: "choose a folder that others can't write to")
    guard isIt(scratch.name) else {
      scratch.isGone = true
      throw foreign
    }
    guard renameat(folder, scratch.name, folder, name) == 0 else { throw .unwritable(target, errno) }
    scratch.isGone = true
    guard isIt(name) else { throw foreign }
    // Some file systems can't sync a folder, and say so with EINVAL.
    guard fsync(folder) == 0 || errno == EINVAL else { throw .unwritable(target, errno) }
    // Some notice only when a file is closed that there is no room.
    guard descriptor.close() else { throw .unwritable(target, errno) }
  }
}

extension FileStamp {
  /// Of an open file. `fstat`.
  fileprivate init?(_ descriptor: borrowing Descriptor) {
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// A name in a folder whose file is removed with it, unless it is gone. `unlinkat`.
private final class Scratch {
  let folder: Descriptor
  let name: String
  var isGone = false

  init(folder: consuming Descriptor, name: String) {
    self.folder = folder
    self.name = name
    // Who is asked to stop now must come to the end of this.
    libretto_count_unfinished(1)
  }

  deinit {
    if !isGone { unlinkat(folder.number, name, 0) }
    libretto_count_unfinished(-1)
  }
}

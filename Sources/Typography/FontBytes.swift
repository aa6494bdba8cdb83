import Glibc
import Primitives

/// A font file in memory.
///
/// Sendable although it holds a pointer, because nothing writes to the bytes once they are read.
final class FontBytes: @unchecked Sendable {
  /// The largest file that is taken for a font, in bytes.
  static let limit = 64 << 20

  let bytes: UnsafeRawBufferPointer
  /// The digest of all the bytes.
  let fingerprint: Fingerprint
  private let path: String
  private let entry: stat

  /// Reads a file. The C functions are `open` and `read`.
  init(path: String) throws(FontFailure) {
    // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FontFailure("it can't be opened") }
    defer { close(file) }
    var entry = stat()
    guard fstat(file, &entry) == 0, entry.st_mode & S_IFMT == S_IFREG else {
      throw FontFailure("it isn't a file")
    }
    guard entry.st_size <= Self.limit else { throw FontFailure("it is larger than 64 MB") }

    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(entry.st_size), alignment: 16)
    var filled = 0
    while filled < memory.count {
      let count = read(file, memory.baseAddress?.advanced(by: filled), memory.count - filled)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        memory.deallocate()
        throw FontFailure("it can't be read to its end")
      }
      filled += count
    }
    bytes = UnsafeRawBufferPointer(memory)
    fingerprint = Fingerprint(words: bytes)
    (self.path, self.entry) = (path, entry)
  }

  /// Whether what the path leads to is still what was read. `stat`.
  var isAsItWas: Bool {
    var now = stat()
    guard stat(path, &now) == 0 else { return false }
    if now.st_ino == entry.st_ino, now.st_dev == entry.st_dev, now.st_size == entry.st_size,
      now.st_mtim.tv_sec == entry.st_mtim.tv_sec, now.st_mtim.tv_nsec == entry.st_mtim.tv_nsec
    {
      return true
    }
    // A copy, or a new date, changes nothing; a file that can't be read any more isn't what it was.
    return (try? FontBytes(path: path))?.fingerprint == fingerprint
  }

  deinit { bytes.deallocate() }
}

extension Fingerprint {
  /// The fingerprint of bytes, eight at a time.
  fileprivate init(words bytes: UnsafeRawBufferPointer) {
    var writer = Fingerprinter()
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      writer.write(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    writer.write(bytes: bytes[whole...])
    writer.write(bytes.count)
    self = writer.finish()
  }
}

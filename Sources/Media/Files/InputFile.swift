internal import Glibc
internal import Primitives

/// A file open for reading: a regular one, never a pipe, a device or a folder.
struct InputFile: ~Copyable {
  let path: String
  let byteCount: Int
  /// What tells it from what may stand under its name later.
  let stamp: FileStamp
  /// Whether it is this user's, and nobody else may write to it.
  let isOwn: Bool
  private let descriptor: Descriptor

  /// `open` and `fstat`.
  static func open(_ path: String, followsLinks: Bool = true) throws(Problem) -> InputFile {
    guard !path.utf8.contains(0) else { throw Problem(.badInput, "a path can't contain a zero byte") }
    // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
    let links = followsLinks ? 0 : O_NOFOLLOW
    let number = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | links)
    guard number >= 0 else { throw .unreadable(path, errno) }
    let descriptor = Descriptor(adopting: number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .unreadable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file"
      throw Problem(.badInput, "can't read \(path): it is \(kind)")
    }
    return InputFile(
      path: path, byteCount: Int(status.st_size), stamp: FileStamp(status),
      isOwn: PrivateFolder.isOwn(status), descriptor: descriptor)
  }

  /// Everything in it, if that is no more than `limit` bytes.
  borrowing func bytes(limit: Int) throws(Problem) -> [UInt8] {
    guard byteCount <= limit else {
      throw Problem(
        .badInput, "\(path) is too large: \(byteCount >> 20) MB, and \(limit >> 20) MB is the limit")
    }
    var all: [UInt8] = []
    all.reserveCapacity(byteCount)
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(4096, byteCount)))
    while true {
      let count = try read(&buffer)
      if count == 0 { return all }
      guard all.count + count <= limit else {
        throw Problem(.badInput, "\(path) is growing while it is read")
      }
      all.append(contentsOf: buffer[..<count])
    }
  }

  /// Its first bytes, `count` of them if there are so many.
  borrowing func start(count: Int) throws(Problem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = try read(&bytes, from: filled)
      if more == 0 { break }
      filled += more
    }
    return Array(bytes[..<filled])
  }

  /// The fingerprint of its bytes, however many.
  borrowing func digest() throws(Problem) -> Fingerprint {
    var writer = FileDigest()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      var filled = 0
      while filled < buffer.count {
        let count = try read(&buffer, from: filled)
        if count == 0 { break }
        filled += count
      }
      if filled < buffer.count { return writer.finish(with: buffer[..<filled]) }
      writer.write(buffer)
    }
  }

  /// Hands over all of its bytes, a piece at a time.
  borrowing func read(_ body: (ArraySlice<UInt8>) -> Void) throws(Problem) {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try read(&buffer)
      if count == 0 { return }
      body(buffer[..<count])
    }
  }

  private borrowing func read(_ buffer: inout [UInt8], from start: Int = 0) throws(Problem) -> Int {
    let number = descriptor.number
    while true {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(number, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(path, errno) }
    }
  }
}

/// The owner of a file descriptor.
struct Descriptor: ~Copyable {
  let number: Int32
  init(adopting number: Int32) { self.number = number }
  deinit { Glibc.close(number) }

  /// Closes it now, and says with `errno` whether that went wrong: some file systems notice only then
  /// that there is no room.
  consuming func close() -> Bool {
    let number = number
    discard self
    return Glibc.close(number) == 0
  }
}

internal import Glibc
package import Primitives

/// Which file it is, and when it was written last: enough to see that it was changed or replaced.
package struct FileStamp: Hashable, Sendable {
  private let device: UInt
  private let number: UInt
  private let written: Moment
  /// When anything about it changed, its name and its rights included. Nobody can set it back.
  private let changed: Moment
  package let byteCount: Int

  private struct Moment: Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    written = Moment(status.st_mtim)
    changed = Moment(status.st_ctim)
    byteCount = Int(status.st_size)
  }

  /// Of the file that a path leads to; nil where there is none. `stat`.
  package init?(of path: String) {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Whether it is the same file, by whatever name, and whatever is in it.
  package func isSameFile(as other: FileStamp) -> Bool {
    device == other.device && number == other.number
  }

  /// Whether it is the same file and something was written into it meanwhile.
  func isRewritten(since other: FileStamp) -> Bool {
    isSameFile(as: other) && (written != other.written || byteCount != other.byteCount)
  }

  /// What tells one build of a program from the next, wherever it lies.
  package func write(to writer: inout Fingerprinter) {
    for number in [byteCount, written.seconds, written.nanoseconds] { writer.write(number) }
  }
}

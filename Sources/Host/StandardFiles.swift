internal import CEngine
package import Primitives

#if canImport(Glibc)
  internal import Glibc
#endif

/// Standard input, output and error, which whoever starts a program may have closed or filled.
package enum StandardFiles {
  /// Puts something in the place of those that are closed.
  ///
  /// Otherwise the next file that is opened, such as a film, would be taken for one of them. What would
  /// be said on a closed standard error is lost; reading or writing the other two fails, as it should.
  package static func replaceClosed() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is the one that is missing.
      _ = open("/dev/null", mode)
    }
  }

  /// Says something on standard error, at once even where what an author's code says is held back. Where it can't be
  /// written, nobody is listening.
  package static func say(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(libretto_error_file(), $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count > 0 { done += count } else if errno != EINTR { return }
    }
  }

  /// Writes what was printed and is still kept back, and says whether all that was printed has arrived.
  /// The C function is `fflush`.
  package static func flush() throws(Problem) {
    guard libretto_flush_output() else { throw Problem(.inputOutput, "can't write to standard output") }
  }
}

internal import CEngine
package import Primitives

#if canImport(Glibc)
  internal import Glibc
#endif

/// Another program that this process can turn into.
package enum Program {
  /// Runs a program in place of this one, with the environment as it is. Returns only to throw. The C
  /// function is `execv`.
  package static func become(_ path: String, arguments: [String]) throws(Problem) -> Never {
    var strings: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    strings.append(nil)
    let code = libretto_become(path, strings)
    for string in strings { free(string) }
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    throw Problem(.unavailable, "can't run \(path)", hints: "the system said: \(reason)")
  }

  /// Ends the process.
  package static func end(_ code: Int32) -> Never { exit(code) }

  /// Lets a write beyond the limit of a file's size fail, as on a full disk, in this program and those that it runs.
  /// `signal`.
  package static func surviveFileLimit() { signal(SIGXFSZ, SIG_IGN) }

  /// Where this program's own file is. The C function is `readlink`.
  package static var ownPath: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
      guard count > 0 else { return nil }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Gives programs that this one becomes a word to go by. The C function is `setenv`.
  package static func setEnvironment(_ name: String, _ value: String) { setenv(name, value, 1) }

  package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether somebody watches standard error on a terminal, and how wide it is.
  package static var terminalWidth: Int? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

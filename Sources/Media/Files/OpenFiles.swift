internal import Glibc

/// The files that this process has open.
package enum OpenFiles {
  /// How many there may be at once. `getrlimit`.
  package static var limit: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    return Int(clamping: limit.rlim_cur)
  }
}

internal import CEngine
internal import Glibc
package import Primitives

/// Whether somebody asked this process to stop.
package enum Interruption {
  /// Takes over SIGINT, SIGTERM and SIGHUP: the first is noted, a second one ends the process at once.
  /// Writing to a closed pipe, or beyond the size a file may have, becomes an error instead of a signal.
  /// `sigaction`.
  package static func install() { libretto_catch_signals() }

  /// The signal that asked first, if one did.
  package static var requested: Int32? {
    let number = libretto_caught_signal()
    return number == 0 ? nil : number
  }

  /// Throws once it was requested. To be called now and then by work that takes long.
  package static func check() throws(Problem) {
    guard let signal = requested else { return }
    throw Problem(
      signal == SIGINT ? .interrupted : .terminated, "stopped on request; no film was written")
  }
}

internal import CEngine
internal import Glibc
package import Primitives

/// Whether somebody asked this process to stop.
package enum Interruption {
  /// From now on SIGINT, SIGTERM and SIGHUP end the process at once, with some last words and the exit code of their
  /// kind: nothing is lost by it. Only while a file is in the making they are noted, so that nothing of it is left.
  /// `sigaction`.
  package static func end(saying words: (Problem) -> String) {
    let (interrupted, terminated) = (problem(SIGINT), problem(SIGTERM))
    libretto_end_on_signals(
      words(interrupted), interrupted.kind.rawValue, words(terminated), terminated.kind.rawValue)
  }

  /// From now on the first of those signals is noted, whatever is done; a second one ends the process at once.
  /// Writing to a closed pipe becomes an error instead of a signal. `sigaction`.
  package static func note() { libretto_note_signals() }

  /// The signal that asked first, if one did.
  package static var requested: Int32? {
    let number = libretto_caught_signal()
    return number == 0 ? nil : number
  }

  /// Throws once it was requested. To be called now and then by work that takes long.
  package static func check() throws(Problem) {
    guard let signal = requested else { return }
    throw problem(signal)
  }

  private static func problem(_ signal: Int32) -> Problem {
    Problem(signal == SIGINT ? .interrupted : .terminated, "stopped on request; no film was written")
  }
}

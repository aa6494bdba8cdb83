internal import CEngine

/// Code of an author's that runs in this process, and may trap, crash, or never come back.
package enum AuthorsCode {
  /// The word by which this program is run again to say why it stopped; `StoppedProgram` reads the rest.
  package static let word = "--stopped"

  /// From now on this process says where it stopped, rather than dying of a signal; unless somebody asked Swift's
  /// own runtime for backtraces. The C function is `libretto_explain_traps`.
  package static func explainTraps() {
    guard Program.environment("SWIFT_BACKTRACE")?.contains("enable=") != true else { return }
    libretto_explain_traps()
  }

  /// Runs code of an author's, which belongs to something of a name. When it has taken so many seconds of the
  /// processor's time somebody is told, and beyond the most it is stopped. What runs in it, such as a component's body, is part of it.
  /// The C functions are `libretto_begin_authors_code` and `libretto_end_authors_code`.
  package static func run<Answer>(
    _ name: String, warningAfter warning: Int, atMost most: Int, _ body: () -> Answer
  ) -> Answer {
    libretto_begin_authors_code(name, Int32(clamping: warning), Int32(clamping: most))
    defer { libretto_end_authors_code() }
    return body()
  }

  /// Waits for the engine's answer, which isn't the author's time.
  package static func waiting<Answer, Failure: Error>(
    _ answer: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    libretto_pause_authors_code(true)
    defer { libretto_pause_authors_code(false) }
    return try answer()
  }
}

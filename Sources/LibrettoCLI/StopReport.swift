import Foundation
import Host
import Media
import Primitives
import Production

/// What is said of a program that stopped in an author's code, or takes its time there.
struct StopReport {
  private let stopped: StoppedProgram
  private let sources = SourceFile(paths: PieceProgram.sources ?? [])
  /// The author's line, as near as it is known: where the code was, else where what it belongs to is declared.
  private let site: Site?
  /// Whether the code itself was the author's, or what it called.
  private let isAuthors: Bool
  /// Why it trapped, where only the compiler knows.
  private let silentReason: String?

  init(_ stopped: StoppedProgram) {
    self.stopped = stopped
    let program = Program.ownPath.flatMap { FileManager.default.contents(atPath: $0) }.map(Array.init) ?? []
    let lines = LineTable(of: program)
    let own = stopped.places.filter { !$0.isEngine }
    let trap = stopped.places.first.flatMap { place in
      place.isEngine ? nil : TrapTable(of: program, lines).trap(at: place.offset)
    }
    let sites = [trap?.site].compactMap(\.self) + own.compactMap { lines.site(at: $0.offset) }
    let line = sites.lazy.compactMap { [sources] in StopReport.authors($0, sources) }.first
    silentReason = trap?.reason
    isAuthors = line != nil
    site = line ?? (stopped.name.isEmpty ? nil : sources.site(of: stopped.name))
  }

  /// Says it, and returns the exit code.
  func say() -> Int32 {
    let reason = stopped.reason
    return Report.fail([Diagnostic(reason == .slow ? .warning : .error, problem, at: site)])
  }

  private var problem: Problem {
    let body = stopped.name.isEmpty ? "this" : "the body of \(stopped.name)"
    switch stopped.reason {
    case .slow:
      return Problem(
        .badInput, "\(body) has worked for \(WatchedResources.patience) s and isn't done", hints: patience)
    case .endless:
      return Problem(.badInput, "\(body) doesn't come to an end", hints: patience)
    case .tooDeep:
      return Problem(
        .badInput, "this calls itself again and again, until there is no room left", hints: within)
    case .trap(let reason) where isAuthors || !stopped.name.isEmpty:
      let (message, hints) = TrapWords.explanation(of: reason ?? silentReason)
      return Problem(.badInput, message, hints: hints + within)
    case .crash where isAuthors:
      return Problem(.badInput, "the program crashed in what this does", hints: within)
    case .trap(let reason):
      return Problem(
        .bug, "libretto stopped where it never should\(reason.map { $0.isEmpty ? "" : ": \($0)" } ?? "")",
        hints: trace)
    case .crash:
      return Problem(.bug, "libretto crashed", hints: trace)
    }
  }

  private var within: [String] {
    stopped.name.isEmpty || isAuthors ? [] : ["this is part of what \(stopped.name) says"]
  }

  private var patience: [String] {
    [
      "look for a loop that never ends, or one that does too much",
      "more than \(MediaLimit.bodySeconds.value) s of the processor's time is given up;"
        + " LIBRETTO_LIMITS=body-seconds=600 allows more",
    ]
  }

  private var trace: [String] { ["the same command after SWIFT_BACKTRACE=enable=yes says where"] }

  /// A line as the author knows it; nil for one of somebody else's.
  private static func authors(_ site: Site, _ sources: SourceFile) -> Site? {
    if sources.paths.isEmpty {
      let isOurs = site.file.hasPrefix(Installation.root + "/Sources/")
      return !isOurs && FileManager.default.fileExists(atPath: site.file) ? site : nil
    }
    let file = sources.paths.first { $0 == site.file || $0.hasSuffix("/" + site.file) }
    return file.map { Site(file: $0, line: site.line) }
  }
}

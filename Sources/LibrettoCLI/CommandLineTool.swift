import Foundation
import Host
import Libretto
import Primitives
import Production

/// The command line: what the words say is done, and the exit code says how it went.
public enum CommandLineTool {
  /// Runs this process's command line and returns its exit code, after sysexits.
  public static func main() -> Int32 {
    ProcessSettings.settle()
    let code = run()
    do throws(Problem) {
      try StandardFiles.flush()
      return code
    } catch {
      let failure = Report.fail([Diagnostic(.error, error, at: nil)])
      return code == 0 ? failure : code
    }
  }

  private static func run() -> Int32 {
    let words = Array(CommandLine.arguments.dropFirst())
    let compositions = Discovery.compositions
    let isPiece = !compositions.isEmpty || PieceProgram.sources != nil
    do throws(Problem) {
      try ProcessSettings.adopt()
      if let stopped = StoppedProgram(words) { return StopReport(stopped).say() }
      if isPiece { AuthorsCode.explainTraps() }
      let invocation = try Invocation(words, namesFile: !isPiece)
      switch invocation.command {
      case .help: print(try HelpText.text(for: invocation.operands.first, namesFile: !isPiece))
      case .version: print("libretto \(Installation.version)")
      case .cache: try CacheCommand.run(invocation)
      case .limits: try LimitsCommand.run(invocation)
      case .probe: return try ProbeCommand.run(invocation)
      case .doctor: return Doctor.examine()
      case .verify: return try VerifyCommand.run(invocation)
      case .lyrics: return try LyricsCommand(invocation).run()
      case .analyze: try AnalyzeCommand(invocation).run()
      case .render, .still, .list, .plan, .timeline, .graph:
        if isPiece {
          return try Piece(compositions, usesSystemFonts: invocation.has(.systemFonts)).perform(invocation)
        }
        try PieceProgram.run(invocation, words: words)
      }
      return 0
    } catch {
      return Report.fail([Diagnostic(.error, error, at: nil)])
    }
  }
}

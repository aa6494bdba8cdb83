import Foundation
import Host
import Libretto
import Primitives
import Production

/// The command line: what the words say is done, and the exit code says how it went.
public enum CommandLineTool {
  /// Runs this process's command line and returns its exit code, after sysexits.
  public static func main() -> Int32 {
    let words = Array(CommandLine.arguments.dropFirst())
    let compositions = Discovery.compositions
    let isPiece = !compositions.isEmpty || PieceProgram.sources != nil
    do throws(Problem) {
      let invocation = try Invocation(words, namesFile: !isPiece)
      switch invocation.command {
      case .help: print(try HelpText.text(for: invocation.operands.first, namesFile: !isPiece))
      case .version: print("libretto \(Installation.version)")
      case .doctor: return Doctor.examine()
      case .lyrics: return try LyricsCommand(invocation).run()
      case .render, .still, .list, .timeline, .graph:
        if isPiece { return try Piece(compositions).perform(invocation) }
        try PieceProgram.run(invocation, words: words)
      }
      return 0
    } catch {
      return Report.fail([Diagnostic(.error, error, at: nil)])
    }
  }
}

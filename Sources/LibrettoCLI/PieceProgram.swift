import Foundation
import Host
import Primitives
import Production

/// The program that an author's file becomes: compiled once per content, then run in place of this one.
enum PieceProgram {
  private static let sourcesName = "LIBRETTO_SOURCES"

  /// The files this process was compiled from, if it is such a program.
  static var sources: [String]? {
    Program.environment(sourcesName)?.split(separator: "\n").map(String.init)
  }

  /// Runs the words, without the file's name, in the file's own program. Returns only to throw.
  static func run(_ invocation: Invocation, words: [String]) throws(Problem) {
    guard let index = invocation.fileIndex else { return }
    let sources = try SourceFinder.sources(for: words[index])
    let program = try ScriptCompiler().program(of: sources)
    Program.setEnvironment(sourcesName, sources.joined(separator: "\n"))
    var rest = words
    rest.remove(at: index)
    try Program.become(program, arguments: rest)
  }
}

import Foundation
import Primitives
import Timeline

/// What to say of a file that an author named and that can't be used.
enum UnusableFile {
  /// The problem with the file named as the author did, and, where it isn't there, files whose names
  /// are nearly the same.
  static func explained(_ problem: Problem, _ path: AssetPath) -> Problem {
    guard !path.name.isEmpty else { return Problem(.badInput, "the name of this file is empty") }
    guard problem == Problem(.missingInput, "there is no file \(path.location)") else {
      let message = problem.message.replacingOccurrences(of: path.location, with: path.name)
      return Problem(problem.kind, message, hints: problem.hints)
    }
    let url = URL(fileURLWithPath: path.location)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    let near = Suggestion.nearest(to: url.lastPathComponent, among: names)
    let hints = near.map {
      [$0 == url.lastPathComponent ? "it is a link to what isn't there" : "did you mean \"\($0)\"?"]
    }
    return Problem(
      .missingInput, "there is no file \(path.name)",
      hints: (hints ?? []) + ["looked for \(url.standardized.path)"]
    )
  }
}

import Foundation
import Primitives
import Timeline

/// What to say of a file that isn't where an author's file says.
enum MissingFile {
  /// The problem with the file named as the author did, and files whose names are nearly the same.
  static func explained(_ problem: Problem, _ path: AssetPath) -> Problem {
    guard problem.kind == .missingInput else { return problem }
    let url = URL(fileURLWithPath: path.location)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    let near = Suggestion.nearest(to: url.lastPathComponent, among: names)
    let hints = near.map { ["did you mean \"\($0)\"?"] } ?? []
    return Problem(
      .missingInput, "there is no file \(path.name)", hints: hints + ["looked for \(url.standardized.path)"]
    )
  }
}

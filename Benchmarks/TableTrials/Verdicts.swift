import Foundation
import Media
import Primitives

/// The tables of a corpus, and whether its list, ORIGINS.tsv, says that they can be read.
struct Verdicts {
  private let folder: String
  private let files: [(name: String, isSound: Bool)]

  init(folder: String) throws {
    self.folder = folder
    let list = try String(contentsOfFile: folder + "/ORIGINS.tsv", encoding: .utf8)
    files = list.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return (fields[0], Verdicts.isSound(fields[0], expected: fields.last ?? ""))
    }
  }

  /// What OpenColorIO's own tests refuse without a message has an empty one; formats beyond the three aren't read.
  private static func isSound(_ name: String, expected: String) -> Bool {
    !expected.contains("error") && expected != "OCIO: "
      && ![".csp", ".vf", ".m3d"].contains { name.hasSuffix($0) }
  }

  /// Prints a line for each file, and a sum; returns whether nothing disagrees.
  func report() throws -> Bool {
    var wrong = 0
    for (name, isSound) in files {
      let start = ContinuousClock.now
      let (answer, isRead) = Verdicts.answer(folder + "/" + name)
      let isRight = isRead == isSound && ContinuousClock.now - start < .seconds(5)
      if !isRight { wrong += 1 }
      print("\(isRight ? "right" : "WRONG")  \(name)  \(answer.replacing(folder + "/", with: ""))")
    }
    print("\(files.count) files: \(files.count - wrong) right, \(wrong) wrong\n")
    return wrong == 0 && !files.isEmpty
  }

  private static func answer(_ path: String) -> (String, isRead: Bool) {
    do {
      let table = try ColorTableFile.read(path).table
      let parts = [table.lines.map { "\($0.size) lines" }, table.cube.map { "a cube of \($0.size)" }]
      return (parts.compactMap(\.self).joined(separator: ", then "), true)
    } catch {
      return (error.message, false)
    }
  }
}

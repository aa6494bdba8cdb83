import Hearing
import Media
import Primitives

/// `analyze`: listens to a song.
struct AnalyzeCommand {
  private let invocation: Invocation
  private let path: String

  init(_ invocation: Invocation) throws(Problem) {
    self.invocation = invocation
    path = invocation.operands[0]
  }

  func run() throws(Problem) {
    let impression = try Ear.listen(to: path)
    let evidence = Evidence(impression)
    if let target = invocation.value(.evidence) {
      let file = try UnfinishedFile.create(for: target)
      try file.write(
        evidence.values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
      try file.publish()
      return
    }
    print(SongAnalysis(impression).json, terminator: "")
  }
}

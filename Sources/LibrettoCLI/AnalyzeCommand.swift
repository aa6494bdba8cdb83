import Foundation
import Hearing
import Media
import Primitives
import Production

/// `analyze`: listens to a song and says, draws or plays what was heard.
struct AnalyzeCommand {
  private let invocation: Invocation
  private let path: String
  private let facts: KnownFacts

  init(_ invocation: Invocation) throws(Problem) {
    self.invocation = invocation
    path = invocation.operands[0]
    facts = try AnalyzeCommand.facts(invocation, of: invocation.operands[0])
  }

  func run() throws(Problem) {
    if let target = invocation.value(.evidence) { return try writeEvidence(to: target) }
    let plot = try invocation.value(.plot).map { name throws(Problem) in
      try OutputName(name, endings: ["png"]).path
    }
    let click = try invocation.value(.click).map { name throws(Problem) in
      try OutputName(name, endings: ["wav"]).path
    }
    let analysis = try SongHearing.analysis(of: path, facts: facts, remembers: !invocation.has(.noCache))
    if let plot {
      let picture = try AnalysisPlot(analysis, title: URL(fileURLWithPath: path).lastPathComponent).png()
      let file = try UnfinishedFile.create(for: plot)
      try file.write(picture)
      try file.publish()
      Report.say(plot)
    }
    if let click {
      try SongHearing.checkOutput(click, isNot: path)
      try ClickTrack.write(path, with: analysis.rhythm, to: click)
      Report.say("\(click)  \(analysis.rhythm.beats.count) clicks")
    }
    if invocation.has(.json) {
      print(analysis.json, terminator: "")
    } else if plot == nil, click == nil {
      print(AnalysisTable(analysis).text)
    }
  }

  private func writeEvidence(to target: String) throws(Problem) {
    let values = SpectralFeatures(try SpectrogramReader.read(path)).values
    let file = try UnfinishedFile.create(for: target)
    try file.write(values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
    try file.publish()
  }

  /// What the author says, over what stands in files.
  private static func facts(_ invocation: Invocation, of song: String) throws(Problem) -> KnownFacts {
    let beats = try invocation.value(.beatsFrom).map { path throws(Problem) in try BeatsFile(path) }
    var facts = KnownFacts.known(of: song, beatsFrom: beats)
    facts.tempo = try invocation.number(.tempo, in: 20...400) ?? facts.tempo
    facts.firstDownbeat = try invocation.number(.firstDownbeat, in: 0...86_400) ?? facts.firstDownbeat
    if let text = invocation.value(.metre) {
      guard let metre = Metre(text) else {
        throw Problem(.usage, "--metre \(text) is no metre", hints: "write 3/4, 4/4 or 6/8")
      }
      facts.metre = metre
    }
    if let text = invocation.value(.key) {
      guard let key = Key(text) else {
        throw Problem(.usage, "--key \(text) is no key", hints: "write \"A minor\" or \"Bb major\"")
      }
      facts.key = key
    }
    return facts
  }
}

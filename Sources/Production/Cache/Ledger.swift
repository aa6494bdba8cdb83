import Foundation
import FrameGraph
import Media
import Primitives
import Timeline

/// What the last render of a composition was made of, so that the next one can say what differs.
package struct Ledger: Codable, Sendable {
  package struct Entry: Codable, Sendable {
    /// What is seen in the segment, an element a line.
    package var elements: [String]
    /// The same with how it stands and moves.
    package var seen: [SeenElement]
  }

  package var engine: String
  package var settings: String
  /// Seconds that a frame took, for predictions; zero if none was made.
  package var secondsPerFrame: Double
  package var entries: [Entry]
}

extension Ledger {
  static var engineName: String { "\(EngineIdentity.fingerprint)" }

  static func words(_ settings: EncoderSettings) -> String {
    "\(settings.preset), crf \(settings.crf.brief), \(settings.size) at \(settings.rate)"
  }

  /// The ledger of a render that was just done. Where all was kept, a frame takes what it took before.
  init(
    of graph: FrameGraph, _ record: RenderRecord, secondsPerFrame: Double?, before: Ledger?
  ) {
    engine = Ledger.engineName
    settings = Ledger.words(record.settings)
    let known = before.flatMap { [settings] in $0.settings == settings ? $0.secondsPerFrame : nil }
    self.secondsPerFrame = secondsPerFrame ?? known ?? 0
    entries = record.segments.map {
      Entry(
        elements: Ledger.elements(of: graph, in: $0.frames), seen: SeenElement.all(of: graph, in: $0.frames)
      )
    }
  }

  /// What is seen between two frames: each live element with what it shows.
  static func elements(of graph: FrameGraph, in frames: Range<FrameIndex>) -> [String] {
    graph.nodes.filter { $0.showsSomething && $0.frames.overlaps(frames) }.map { node in
      var words = node.clip.content.words
      if case .picture(let asset, _, _) = node.clip.content {
        words.append("(\("\(asset.facts.digest)".prefix(8)))")
      }
      if case .video(let asset, _, _, _) = node.clip.content {
        words.append("(\("\(asset.facts.digest)".prefix(8)))")
      }
      return words.joined(separator: " ")
    }
  }
}

extension Node {
  /// Whether it is an element with nothing in it, and none that only stands for another.
  fileprivate var showsSomething: Bool {
    if case .neighbour = clip.content { false } else { children.isEmpty }
  }
}

extension RenderCache {
  /// The ledger of a composition's last render; nil if there is none, or none that can be read.
  package func ledger(of title: String) -> Ledger? {
    WholeFile.ownBytes(of: ledgerPath(title)).flatMap {
      try? JSONDecoder().decode(Ledger.self, from: Data($0))
    }
  }

  func keep(_ ledger: Ledger, of title: String) {
    // Without a ledger a plan says less, and a film is the same.
    guard let data = try? JSONEncoder().encode(ledger) else { return }
    try? write(Array(data), to: ledgerPath(title))
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Problem) {
    for folder in [folder, "\(folder)/ledgers"] { try PrivateFolder.settle(folder) }
    let file = try UnfinishedFile.create(for: path, isPrivate: true)
    try file.write(bytes)
    try file.publish()
  }

  private func ledgerPath(_ title: String) -> String { "\(folder)/ledgers/\(Fingerprint(of: title.utf8))" }
}

import Foundation
import Lyrics
import Primitives

/// A file of a corpus and what was read of it.
struct Trial {
  let name: String
  let expected: String
  let digest: String
  let reading: LyricReader.Reading?
  private let failure: Diagnostic?

  init(_ name: String, in folder: String, expected: String) throws {
    self.name = name
    self.expected = expected
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    digest = String(Fingerprint(of: bytes).description.prefix(12))
    do {
      reading = try LyricReader.read(bytes, named: name)
      failure = nil
    } catch {
      reading = nil
      failure = error
    }
  }

  var lines: [LyricLine] { reading?.sheet.lines ?? [] }

  /// What was read, in a line.
  var summary: String {
    guard let reading else {
      return "\(digest)  \(failure?.site?.line ?? 0): \(failure?.problem.message ?? "")"
    }
    let words = lines.reduce(0) { $0 + $1.words.count }
    let others = reading.sheet.tracks.filter { $0.kind != .main }.map { ", \($0.kind) \($0.language)" }
      .joined()
    return "\(digest)  \(reading.format.name): \(lines.count) lines, \(words) words\(others), "
      + "\(reading.warnings.count) warnings"
  }

  /// `amlldb_17.lrc`, `amlldb_17.ttml` and `amlldb_17.qrc` are one song; nil for files that stand alone.
  var song: Substring? {
    guard let base = name.split(separator: "/").last, base.hasPrefix("amlldb_") else { return nil }
    return base.prefix { $0 != "." }
  }

  /// When lines and what is sung behind them begin: some formats give background vocals their own lines.
  private var starts: Set<Int> {
    Set(
      lines.flatMap { [$0.words.start ?? $0.start, $0.background.start] }.compactMap { $0?.milliseconds })
  }

  func findings(besides siblings: [Trial]) -> [String] {
    siblings.compactMap { other in
      // LRC counts hundredths or thousandths, and not every format has the background's own times.
      let missing = other.starts.filter { start in !starts.contains { abs($0 - start) <= 10 } }
      let known = Set(lines.map { $0.start?.milliseconds ?? 0 })
      let main = other.lines.filter { line in
        guard let start = line.words.start ?? line.start else { return false }
        return missing.contains(start.milliseconds)
          && !known.contains { abs($0 - start.milliseconds) <= 10 }
      }
      return main.isEmpty
        ? nil : "\(other.name) has \(main.count) starts that this one lacks: \(missing.sorted().prefix(4))"
    }
  }
}

extension Time {
  var milliseconds: Int { Int((ticks * 1000 + Time.ticksPerSecond / 2) / Time.ticksPerSecond) }
}

import Foundation
import Primitives

/// What is known of files only once all of them is decoded, kept by what is in them and what decoded them.
enum FileMemory {
  /// How long a song is.
  static func length(
    of digest: Fingerprint, or measure: () throws(Problem) -> Time
  ) throws(Problem) -> Time {
    let ticks = try number("songs", of: digest) { () throws(Problem) in try measure().ticks }
    return Time(ticks: ticks)
  }

  /// Where a picture draws the eye, in millionths of its sides.
  static func focus(
    of digest: Fingerprint, or look: () throws(Problem) -> Point
  ) throws(Problem) -> Point {
    let millionths = try number("focuses", of: digest) { () throws(Problem) in
      let point = try look()
      return Int64(point.x * 1e6) * 1_000_001 + Int64(point.y * 1e6)
    }
    let (x, y) = millionths.quotientAndRemainder(dividingBy: 1_000_001)
    return Point(x: Double(x) / 1e6, y: Double(y) / 1e6)
  }

  private static func number(
    _ folder: String, of digest: Fingerprint, or measure: () throws(Problem) -> Int64
  ) throws(Problem) -> Int64 {
    var key = Fingerprinter()
    key.write(digest)
    key.write(EngineIdentity.fingerprint)
    let path = "\(Installation.cache)/\(folder)/\(key.finish())"
    if let text = try? String(contentsOfFile: path, encoding: .utf8), let known = read(text, of: digest) {
      return known
    }
    let found = try measure()
    keep(entry(found, of: digest), at: path)
    return found
  }

  /// Nil for anything but a whole entry: it is measured again then.
  private static func read(_ text: String, of digest: Fingerprint) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count > 1, let ticks = Int64(words[1]), text == entry(ticks, of: digest) else { return nil }
    return ticks
  }

  /// A line that vouches for itself.
  private static func entry(_ ticks: Int64, of digest: Fingerprint) -> String {
    let words = "number \(ticks) of \(digest)"
    return "\(words) checked \(Fingerprint(of: words.utf8))\n"
  }

  private static func keep(_ text: String, at path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    // What can't be kept is measured again the next time.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

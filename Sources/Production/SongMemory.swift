import Foundation
import Primitives

/// How long songs are, kept by what is in them and what decoded them: to know it, all of a song must be
/// decoded.
enum SongMemory {
  static func length(
    of digest: Fingerprint, or measure: () throws(Problem) -> Time
  ) throws(Problem) -> Time {
    var key = Fingerprinter()
    key.write(digest)
    key.write(EngineIdentity.fingerprint)
    let path = "\(Installation.cache)/songs/\(key.finish())"
    if let text = try? String(contentsOfFile: path, encoding: .utf8), let ticks = read(text, of: digest) {
      return Time(ticks: ticks)
    }
    let length = try measure()
    keep(entry(length.ticks, of: digest), at: path)
    return length
  }

  /// Nil for anything but a whole entry: it is measured again then.
  private static func read(_ text: String, of digest: Fingerprint) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count > 1, let ticks = Int64(words[1]), text == entry(ticks, of: digest) else { return nil }
    return ticks
  }

  /// A line that vouches for itself.
  private static func entry(_ ticks: Int64, of digest: Fingerprint) -> String {
    let words = "ticks \(ticks) of \(digest)"
    return "\(words) checked \(Fingerprint(of: words.utf8))\n"
  }

  private static func keep(_ text: String, at path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    // What can't be kept is measured again the next time.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

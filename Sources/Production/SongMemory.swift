import Foundation
import Primitives

/// How long songs are, kept by what is in them: to know it, all of a song must be decoded.
enum SongMemory {
  static func length(
    of digest: Fingerprint, or measure: () throws(Problem) -> Time
  ) throws(Problem) -> Time {
    let path = "\(Installation.cache)/songs/\(digest)"
    if let text = try? String(contentsOfFile: path, encoding: .utf8), let ticks = read(text) {
      return Time(ticks: ticks)
    }
    let length = try measure()
    keep("ticks \(length.ticks) of \(digest)\n", at: path)
    return length
  }

  /// Nil for anything but a whole entry: it is measured again then.
  private static func read(_ text: String) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count == 4, words[0] == "ticks", text.hasSuffix("\n") else { return nil }
    return Int64(words[1])
  }

  private static func keep(_ text: String, at path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    // What can't be kept is measured again the next time.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

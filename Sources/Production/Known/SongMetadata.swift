import Foundation
package import Hearing
import Media
import Primitives

/// What a music model wrote beside its song: `song.json` for `song.flac`, with `bpm`, `keyscale`, `timesignature`.
///
/// Models write `N/A`, numbers as text and the other way round; what makes no sense isn't known.
enum SongMetadata {
  private static let limit = 1 << 20

  /// What is known of a song from the file beside it; nothing if there is none, or if it is about something
  /// else.
  static func facts(beside song: String) -> KnownFacts {
    let url = URL(fileURLWithPath: song).deletingPathExtension().appendingPathExtension("json")
    // A file that can't be read, or is none, says nothing.
    guard url.path != song, let bytes = try? WholeFile.bytes(of: url.path, limit: limit) else {
      return .none
    }
    return facts(in: Data(bytes))
  }

  static func facts(in data: Data) -> KnownFacts {
    guard let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      return .none
    }
    // The server's answers have them one level deeper.
    let inner = ["metas", "metadata", "audio_config"].compactMap { document[$0] as? [String: Any] }
    func word(_ names: String...) -> String? {
      for object in [document] + inner {
        for name in names {
          if let text = object[name] as? String { return text.trimmingCharacters(in: .whitespaces) }
          if let number = object[name] as? NSNumber { return number.stringValue }
        }
      }
      return nil
    }
    var facts = KnownFacts()
    facts.tempo = word("bpm").flatMap(Double.init).flatMap { (20...400).contains($0) ? $0 : nil }
    facts.key = word("keyscale", "key_scale").flatMap { Key($0) }
    facts.metre = word("timesignature", "time_signature").flatMap(metre)
    return facts
  }

  /// `4` is four quarters, `6` is six eighths; `4/4` is what it says.
  private static func metre(_ word: String) -> Metre? {
    guard let count = Int(word) else { return Metre(word) }
    return Metre(count == 6 ? "6/8" : "\(count)/4")
  }
}

extension KnownFacts {
  /// What is known of a song: from a music model's file beside it, and over that from a file of corrections.
  package static func known(of song: String, beatsFrom file: BeatsFile? = nil) -> KnownFacts {
    let facts = SongMetadata.facts(beside: song)
    return file?.corrected(facts) ?? facts
  }
}

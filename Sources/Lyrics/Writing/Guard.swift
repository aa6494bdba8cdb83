/// An invisible sign, U+2060, that keeps words from being taken for marks of a format that can't escape
/// them: `<i>` in SRT, `[00:01.00]` in LRC, `\N` in ASS.
///
/// Writers put it where a reader would err, and readers of those formats leave it out again.
enum Guard {
  static let mark = "\u{2060}"

  /// With a mark after each byte that needs one.
  static func text(_ text: String, after needsOne: (Bytes, Int) -> Bool) -> String {
    let bytes = Array(text.utf8)[...]
    var guarded: [UInt8] = []
    for index in bytes.indices {
      guarded.append(bytes[index])
      if needsOne(bytes, index) { guarded += mark.utf8 }
    }
    return guarded[...].string
  }
}

extension LyricSheet {
  mutating func removeGuards() {
    for track in tracks.indices {
      for section in tracks[track].sections.indices {
        for line in tracks[track].sections[section].lines.indices {
          tracks[track].sections[section].lines[line].words.removeGuards()
          tracks[track].sections[section].lines[line].background.removeGuards()
        }
      }
    }
  }

  /// Without words that say nothing, which only JSON can keep.
  var withoutSilentWords: LyricSheet {
    var sheet = self
    for track in tracks.indices {
      for section in tracks[track].sections.indices {
        for line in tracks[track].sections[section].lines.indices {
          sheet.tracks[track].sections[section].lines[line].words.removeSilent()
          sheet.tracks[track].sections[section].lines[line].background.removeSilent()
        }
      }
    }
    return sheet
  }
}

extension [LyricWord] {
  fileprivate mutating func removeGuards() {
    for index in indices where self[index].text.utf8.contains(0xE2) {
      self[index].text.unicodeScalars.removeAll { $0 == "\u{2060}" }
    }
  }

  /// The word before one that goes takes over how it goes on.
  fileprivate mutating func removeSilent() {
    guard contains(where: { $0.text.isEmpty }) else { return }
    var kept: [LyricWord] = []
    for word in self {
      if !word.text.isEmpty {
        kept.append(word)
      } else if let last = kept.indices.last {
        kept[last].endsRow = kept[last].endsRow || word.endsRow
        kept[last].joinsNext = kept[last].joinsNext && word.joinsNext && !kept[last].endsRow
      }
    }
    if let last = kept.indices.last { (kept[last].joinsNext, kept[last].endsRow) = (false, false) }
    self = kept
  }
}

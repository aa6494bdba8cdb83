internal import Primitives

/// Makes lines of a stream of words.
enum LineBreaking {
  private static let gap = Time(ticks: Time.ticksPerSecond * 6 / 10)
  private static let (letters, count) = (42, 7)

  /// Breaks where a segment starts; without segments after the end of a sentence, at a pause, where
  /// another one speaks, and where a line would grow too long. Never inside a word.
  static func groups(_ words: [HeardWord], starts: [Time]) -> [[HeardWord]] {
    var groups: [[HeardWord]] = []
    var group: [HeardWord] = []
    var length = 0
    var segment = 0
    var end: Time?
    for word in words {
      if let last = group.last,
        word.text.utf8.first?.isSpace == true || last.text.utf8.last?.isSpace == true || last.breaksAfter
      {
        var isNew = last.breaksAfter || (word.voice != last.voice && word.start != nil)
        if let start = word.start {
          while segment < starts.count, starts[segment] <= start {
            isNew = isNew || segment > 0
            segment += 1
          }
          if starts.isEmpty, let end, start - end > gap { isNew = true }
        }
        if starts.isEmpty {
          isNew =
            isNew || length + word.text.count > letters || group.count >= count || isSentence(last.text)
        }
        if isNew {
          groups.append(group)
          (group, length) = ([], 0)
        }
      }
      group.append(word)
      length += word.text.count
      end = word.end ?? end
    }
    return groups + (group.isEmpty ? [] : [group])
  }

  private static func isSentence(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { ".!?…。！？".contains($0) } ?? false
  }
}

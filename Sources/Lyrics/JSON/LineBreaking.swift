internal import Primitives

/// Makes lines of a stream of words.
enum LineBreaking {
  private static let gap = Time(ticks: Time.ticksPerSecond * 6 / 10)
  private static let (letters, count) = (42, 7)

  /// Breaks where a segment starts; without segments after the end of a sentence, at a pause, where
  /// another one speaks, and where a line would grow too long. Never inside a word.
  static func groups(_ tokens: [JSONTokens.Token], starts: [Time]) -> [[JSONTokens.Token]] {
    var groups: [[JSONTokens.Token]] = []
    var group: [JSONTokens.Token] = []
    var length = 0
    var segment = 0
    var end: Time?
    for token in tokens {
      if let last = group.last,
        token.text.utf8.first?.isSpace == true || last.text.utf8.last?.isSpace == true || last.breaksAfter
      {
        var isNew = last.breaksAfter || (token.voice != last.voice && token.start != nil)
        if let start = token.start {
          while segment < starts.count, starts[segment] <= start {
            isNew = isNew || segment > 0
            segment += 1
          }
          if starts.isEmpty, let end, start - end > gap { isNew = true }
        }
        if starts.isEmpty {
          isNew =
            isNew || length + token.text.count > letters || group.count >= count || isSentence(last.text)
        }
        if isNew {
          groups.append(group)
          (group, length) = ([], 0)
        }
      }
      group.append(token)
      length += token.text.count
      end = token.end ?? end
    }
    return groups + (group.isEmpty ? [] : [group])
  }

  private static func isSentence(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { ".!?…。！？".contains($0) } ?? false
  }
}

internal import Primitives

/// The words of a recognizer, whatever it calls their parts.
struct JSONTokens {
  /// Whether `start` and `end` count milliseconds: all whole, and some word would last 20 seconds.
  func isMilliseconds(_ words: [JSONValue]) -> Bool {
    var isLong = false
    for word in words {
      guard let start = word["start"]?.digits, let end = word["end"]?.digits else { continue }
      guard let from = start.integer, let to = end.integer else { return false }
      isLong = isLong || to - from >= 20
    }
    return isLong
  }

  func time(_ value: JSONValue, _ name: String, _ isMilliseconds: Bool) -> Time? {
    let exact = value.first(name + "Ms", name + "_ms")?.digits
    let digits = exact ?? value.first(name, name + "_time")?.digits
    let units = exact != nil || isMilliseconds ? 1000 : 1
    guard let digits, let time = ClockTime.seconds(digits, unitsPerSecond: units) else { return nil }
    return max(Time.zero, time)
  }

  /// Only what is sung: no noises, and spaces only to separate.
  func tokens(_ words: [JSONValue], _ isMilliseconds: Bool) -> [HeardWord] {
    var tokens: [HeardWord] = []
    for word in words {
      guard let text = word.first("punctuated_word", "word", "text")?.string else { continue }
      let kind = word["type"]?.string ?? "word"
      guard kind == "word" || kind == "spacing" || kind == "punctuation" else { continue }
      let voice = word.first("speaker", "speaker_id")
      var token = HeardWord(
        text: text, start: time(word, "start", isMilliseconds), end: time(word, "end", isMilliseconds),
        voice: voice?.string ?? voice?.digits?.string ?? "",
        breaksAfter: word["pageBreakAfter"]?.bool ?? false)
      if let start = token.start, let end = token.end, end < start { token.end = start }
      if kind == "spacing" { (token.start, token.end) = (nil, nil) }
      tokens.append(token)
    }
    return tokens.separated
  }
}

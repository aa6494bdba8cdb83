internal import Primitives

/// The words of a recognizer, whatever it calls their parts.
struct JSONTokens {
  struct Token {
    var text: String
    var start: Time?
    var end: Time?
    var voice: String
    var breaksAfter: Bool
  }

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
  func tokens(_ words: [JSONValue], _ isMilliseconds: Bool) -> [Token] {
    var tokens: [Token] = []
    for word in words {
      guard let text = word.first("punctuated_word", "word", "text")?.string else { continue }
      let kind = word["type"]?.string ?? "word"
      guard kind == "word" || kind == "spacing" || kind == "punctuation" else { continue }
      let voice = word.first("speaker", "speaker_id")
      var token = Token(
        text: text, start: time(word, "start", isMilliseconds), end: time(word, "end", isMilliseconds),
        voice: voice?.string ?? voice?.digits?.string ?? "",
        breaksAfter: word["pageBreakAfter"]?.bool ?? false)
      if let start = token.start, let end = token.end, end < start { token.end = start }
      if kind == "spacing" { (token.start, token.end) = (nil, nil) }
      tokens.append(token)
    }
    return JSONTokens.hasSpaces(tokens) ? tokens : JSONTokens.spaced(tokens)
  }

  /// Whether spaces stand in the words, so that words without one continue the word before.
  private static func hasSpaces(_ tokens: [Token]) -> Bool {
    tokens.contains { $0.text.utf8.first?.isSpace == true || $0.text.utf8.last?.isSpace == true }
  }

  /// With a space before each word, but for languages that write none.
  private static func spaced(_ tokens: [Token]) -> [Token] {
    var spaced = tokens
    for index in spaced.indices.dropFirst() {
      let isDense =
        tokens[index - 1].text.unicodeScalars.last.map(SyllableWeight.isDense) == true
        && tokens[index].text.unicodeScalars.first.map(SyllableWeight.isDense) == true
      if !isDense { spaced[index].text = " " + tokens[index].text }
    }
    return spaced
  }

  static func words(_ tokens: [Token]) -> [LyricWord] {
    var splitter = WordSplitter()
    for token in tokens { splitter.append(Array(token.text.utf8)[...], start: token.start, end: token.end) }
    return splitter.finished
  }
}

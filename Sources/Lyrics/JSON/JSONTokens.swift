internal import Primitives

/// The words of a recognizer, whatever it calls their parts.
enum JSONTokens {
  enum Bound: String { case start, end }

  /// Whether `start` and `end` count milliseconds: all whole, and something would last so many seconds
  /// as none of its kind does.
  static func isMilliseconds(_ values: [JSONValue], longest: Int) -> Bool {
    var isLong = false
    for value in values {
      guard let start = value["start"]?.digits, let end = value["end"]?.digits else { continue }
      guard let from = start.integer, let to = end.integer else { return false }
      isLong = isLong || to - from >= longest
    }
    return isLong
  }

  /// `startMs`, `start_ms` and whisper.cpp's `offsets` are milliseconds; `start`, `start_time` and the
  /// `timestamp` of Transformers are seconds, unless the file says otherwise.
  static func time(_ value: JSONValue, _ bound: Bound, _ isMilliseconds: Bool) -> Time? {
    let name = bound.rawValue
    let exact =
      value.first(name + "Ms", name + "_ms") ?? value["offsets"]?[bound == .start ? "from" : "to"]
    let pair = value["timestamp"]?.list
    let loose =
      value.first(name, name + "_time") ?? (bound == .start ? pair?.first : pair?.dropFirst().first)
    guard let digits = (exact ?? loose)?.digits else { return nil }
    let units = exact != nil || isMilliseconds ? 1000 : 1
    return ClockTime.seconds(digits, unitsPerSecond: units).map { max(.zero, $0) }
  }

  /// Whether a list without words inside is a list of words rather than of segments.
  static func areWords(_ values: [JSONValue]) -> Bool {
    if values.contains(where: { $0.first("startMs") != nil || $0["word"] != nil }) { return true }
    let texts = values.compactMap { $0["text"]?.string }
    let single = texts.count { WordSplitter.words($0).count <= 1 }
    return texts.count >= 3 && single * 10 >= texts.count * 9 && values.contains { $0["timestamp"] != nil }
  }

  /// Only what is sung: no noises, and spaces only to separate.
  static func tokens(_ words: [JSONValue], _ isMilliseconds: Bool, _ remarks: inout Remarks) -> [HeardWord]
  {
    var tokens: [HeardWord] = []
    for word in words {
      let number = word.line ?? 1
      guard let text = word.first("punctuated_word", "word", "text")?.string else {
        remarks.warn(number, "a word without text; it was left out")
        continue
      }
      let kind = word["type"]?.string ?? "word"
      guard kind == "word" || kind == "spacing" || kind == "punctuation" else { continue }
      let voice = word.first("speaker", "speaker_id")
      var token = HeardWord(
        text: text, start: time(word, .start, isMilliseconds), end: time(word, .end, isMilliseconds),
        voice: voice?.string ?? voice?.digits?.string ?? "",
        breaksAfter: word["pageBreakAfter"]?.bool ?? false, number: number)
      if let start = token.start, let end = token.end, end < start {
        remarks.warn(
          number, "\"\(text.onOneRow.prefix(40))\" ends before it starts; it was made to last no time")
        token.end = start
      }
      if kind == "spacing" { (token.start, token.end) = (nil, nil) }
      tokens.append(token)
    }
    return tokens.separated
  }

  /// The words that characters make, each of which has times, as ElevenLabs speaks them.
  static func spelled(_ value: JSONValue) -> [HeardWord]? {
    guard let characters = value["characters"]?.list,
      let starts = value["character_start_times_seconds"]?.list,
      let ends = value["character_end_times_seconds"]?.list
    else { return nil }
    var words: [HeardWord] = []
    for (index, character) in characters.enumerated() where index < starts.count && index < ends.count {
      guard let text = character.string else { continue }
      let isSpace = text.allSatisfy(\.isWhitespace)
      if isSpace || words.isEmpty || words.last?.text.last?.isWhitespace == true {
        words.append(HeardWord(text: text))
        if isSpace { continue }
      } else {
        words[words.count - 1].text += text
      }
      let last = words.count - 1
      words[last].start = words[last].start ?? starts[index].digits.flatMap { ClockTime.seconds($0) }
      words[last].end = ends[index].digits.flatMap { ClockTime.seconds($0) } ?? words[last].end
    }
    return words
  }
}

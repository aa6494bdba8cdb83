internal import Primitives

/// A word as a recognizer gives it: alone, with white space where another word begins.
struct HeardWord {
  var text: String
  var start: Time?
  var end: Time?
  var voice = ""
  var breaksAfter = false
  /// The line of the file it stands on.
  var number = 1
}

extension [HeardWord] {
  /// With the white space that separates them, if nobody wrote any.
  ///
  /// Where some word has a space, words without one continue the word before. Where none has, every
  /// word gets one, but for languages that are written without.
  var separated: [HeardWord] {
    let isWritten = contains {
      $0.text.utf8.first?.isSpace == true || $0.text.utf8.last?.isSpace == true
    }
    if isWritten { return self }
    var words = self
    for index in words.indices.dropFirst() {
      let isDense =
        words[index - 1].text.unicodeScalars.last.map(SyllableWeight.isDense) == true
        && words[index].text.unicodeScalars.first.map(SyllableWeight.isDense) == true
      if !isDense { words[index].text = " " + words[index].text }
    }
    return words
  }

  /// As words of a line.
  var sung: [LyricWord] {
    var splitter = WordSplitter()
    for word in self { splitter.append([UInt8](word.text.utf8)[...], start: word.start, end: word.end) }
    return splitter.finished
  }
}

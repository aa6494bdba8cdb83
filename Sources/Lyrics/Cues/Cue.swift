internal import Primitives

/// A cue of SRT or WebVTT, before it is known what the cues of the file stand for.
struct Cue {
  /// The line of its times.
  let number: Int
  var start: Time
  var end: Time
  var words: [LyricWord]
  var voice = ""
  /// The words that stand out from the rest, as players show the one that is sung.
  var marked: Range<Int>?
}

extension [LyricWord] {
  /// The words of each row; the last of each doesn't end it any more.
  var rows: [[LyricWord]] {
    var rows: [[LyricWord]] = []
    var isOpen = false
    for word in self {
      var word = word
      let endsRow = word.endsRow
      word.endsRow = false
      if isOpen { rows[rows.count - 1].append(word) } else { rows.append([word]) }
      isOpen = !endsRow
    }
    return rows
  }
}

extension LyricSheet {
  /// A sheet of one track.
  init(cues: [Cue], language: String = "", _ remarks: inout Remarks) {
    var builder = SheetBuilder()
    for line in CueSheet.lines(of: cues, &remarks) { builder.line(line) }
    self.init(tracks: [LyricTrack(language: language, sections: builder.sections())])
  }
}

internal import Primitives

/// One `<p>`: the words as sung, those behind it, and the same line in other languages.
struct TTMLLine {
  struct Reading: Hashable {
    let kind: LyricTrack.Kind
    let language: String
  }

  var line: LyricLine
  private(set) var others: [(reading: Reading, line: LyricLine)] = []
  private var main = WordSplitter()
  private var back = WordSplitter()
  private let clock: TTMLClock
  private let spacesAreInSpans: Bool

  /// - Parameter spacesAreInSpans: whether the document puts its spaces into its spans, so that
  ///   the new lines between them only make it look pretty.
  init(_ element: XMLElement, _ window: TTMLClock.Window, clock: TTMLClock, spacesAreInSpans: Bool) {
    self.clock = clock
    self.spacesAreInSpans = spacesAreInSpans
    line = LyricLine(voice: element["agent"] ?? "", start: window.start, end: window.end, words: [])
    for child in element.children { take(child, window, Place()) }
    line.words = main.finished
    line.background = back.finished
  }

  /// Editors write lines nobody timed yet with zeros everywhere.
  mutating func forgetEmptyTimes() {
    guard line.start == .zero, line.words.count > 1,
      line.words.allSatisfy({ ($0.start ?? .zero) == .zero && ($0.end ?? .zero) == .zero }),
      line.words.contains(where: { $0.start != nil })
    else { return }
    line.start = nil
    for index in line.words.indices { (line.words[index].start, line.words[index].end) = (nil, nil) }
  }

  /// Where a piece of text stands among the spans.
  private struct Place {
    var isBack = false
    var isTimed = false
    var voice = ""
  }

  private mutating func take(_ node: XMLNode, _ window: TTMLClock.Window, _ place: Place) {
    switch node {
    case .text(let text): append(text, place.isTimed ? window : .init(), place)
    case .element(let element): take(element, window, place)
    }
  }

  private mutating func take(_ element: XMLElement, _ window: TTMLClock.Window, _ place: Place) {
    if element["ruby"].map(TTMLLine.isAboveText) == true { return }
    switch (element.name, element["role"]) {
    case ("br", _): if place.isBack { back.breakRow() } else { main.breakRow() }
    case ("metadata", _), ("set", _), ("rt", _), ("rp", _): break
    case (_, "x-translation"?): other(.translation, element, window, place)
    case (_, "x-roman"?), (_, "x-romanization"?): other(.romanization, element, window, place)
    case (_, let role):
      let isGroup = role == "x-bg"
      var inner = place
      inner.isBack = place.isBack || isGroup
      if let agent = element["agent"] { inner.voice = agent == line.voice ? "" : agent }
      // A group's own time says nothing about the spaces between its spans.
      let hasSpans = element.elements.contains { $0.name == "span" && $0["begin"] != nil }
      inner.isTimed = (element["begin"] != nil || (place.isTimed && role == nil)) && !hasSpans
      let isOpen = isGroup && element.elements.contains { $0["begin"] != nil }
      let time = isOpen ? window : clock.window(of: element, in: window)
      for child in element.children { take(child, time, inner) }
    }
  }

  /// Whether text is how what stands under it is read.
  private static func isAboveText(_ ruby: String) -> Bool {
    ruby == "text" || ruby == "textContainer" || ruby == "delimiter"
  }

  private mutating func append(_ text: String, _ window: TTMLClock.Window, _ place: Place) {
    var bytes = Array(text.utf8)[...]
    if bytes.trimmed.isEmpty, spacesAreInSpans, bytes.contains(0x0A) || bytes.contains(0x0D) { return }
    bytes = Array(bytes.map { $0.isSpace ? 0x20 : $0 })[...]
    if place.isBack {
      back.append(bytes, start: window.start, end: window.end, voice: place.voice)
    } else {
      main.append(bytes, start: window.start, end: window.end, voice: place.voice)
    }
  }

  /// The background's reading is the background of the line's reading.
  private mutating func other(
    _ kind: LyricTrack.Kind, _ element: XMLElement, _ window: TTMLClock.Window, _ place: Place
  ) {
    var plain = element
    plain.attributes = []
    var said = TTMLLine(plain, window, clock: clock, spacesAreInSpans: spacesAreInSpans).line
    if place.isBack { (said.words, said.background) = ([], said.words + said.background) }
    let reading = Reading(kind: kind, language: element["lang"] ?? "")
    if let index = others.firstIndex(where: { $0.reading == reading }) {
      others[index].line.words += said.words
      others[index].line.background += said.background
    } else {
      others.append((reading, said))
    }
  }
}

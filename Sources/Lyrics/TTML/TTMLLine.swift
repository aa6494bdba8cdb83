internal import Primitives

/// One `<p>`: the words as sung, those behind it, and the same line in other languages.
struct TTMLLine {
  struct Reading: Hashable {
    let kind: LyricTrack.Kind
    let language: String
  }

  private(set) var line: LyricLine
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
    for child in element.children { take(child, window, isBack: false, isTimed: false) }
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

  private mutating func take(_ node: XMLNode, _ window: TTMLClock.Window, isBack: Bool, isTimed: Bool) {
    switch node {
    case .text(let text): append(text, isTimed ? window : .init(), isBack: isBack)
    case .element(let element): take(element, window, isBack: isBack, isTimed: isTimed)
    }
  }

  private mutating func take(_ element: XMLElement, _ window: TTMLClock.Window, isBack: Bool, isTimed: Bool)
  {
    switch (element.name, element["role"]) {
    case ("br", _): if isBack { back.breakRow() } else { main.breakRow() }
    case ("metadata", _), ("set", _), ("rt", _), ("rp", _): break
    case (_, "x-translation"?): other(.translation, element, window)
    case (_, "x-roman"?), (_, "x-romanization"?): other(.romanization, element, window)
    case (_, let role):
      let isBack = isBack || role == "x-bg"
      let isTimed = element["begin"] != nil || (isTimed && role == nil)
      let isGroup = role == "x-bg"
      let inner =
        isGroup && element.elements.contains { $0["begin"] != nil }
        ? window : clock.window(of: element, in: window)
      for child in element.children {
        take(child, inner, isBack: isBack, isTimed: isTimed && !isGroupOfSpans(element, isGroup))
      }
    }
  }

  /// A background group's own time says nothing about the spaces between its spans.
  private func isGroupOfSpans(_ element: XMLElement, _ isGroup: Bool) -> Bool {
    element.elements.contains { $0.name == "span" && $0["begin"] != nil }
  }

  private mutating func append(_ text: String, _ window: TTMLClock.Window, isBack: Bool) {
    var bytes = Array(text.utf8)[...]
    if bytes.trimmed.isEmpty, spacesAreInSpans, bytes.contains(0x0A) || bytes.contains(0x0D) { return }
    bytes = Array(bytes.map { $0.isSpace ? 0x20 : $0 })[...]
    if isBack {
      back.append(bytes, start: window.start, end: window.end)
    } else {
      main.append(bytes, start: window.start, end: window.end)
    }
  }

  private mutating func other(_ kind: LyricTrack.Kind, _ element: XMLElement, _ window: TTMLClock.Window) {
    var plain = element
    plain.attributes = []
    let translated = TTMLLine(plain, window, clock: clock, spacesAreInSpans: spacesAreInSpans).line
    others.append((Reading(kind: kind, language: element["lang"] ?? ""), translated))
  }
}

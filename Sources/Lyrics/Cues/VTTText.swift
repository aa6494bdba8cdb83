internal import Primitives

/// What a WebVTT cue says: its words, with their stamps, and whose they are.
struct VTTText {
  private(set) var words: [LyricWord] = []
  private(set) var voice = ""
  private(set) var hasIgnoredStamps = false
  private(set) var marked: Range<Int>?
  private var splitter = WordSplitter()
  private var piece: [UInt8] = []
  private var start: Time?
  private var inRuby = false
  private var text = MarkedText()

  init(_ text: Bytes, _ timing: CueTiming) {
    var index = text.startIndex
    let lastClose = text.lastIndex(of: UInt8(ascii: ">")) ?? text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "<"):
        guard index < lastClose, let close = text[index...].firstIndex(of: UInt8(ascii: ">")) else {
          // A stamp that is never closed is one all the same; any other sign is what it is.
          let stop = text[(index + 1)...].firstIndex { !($0.isDigit || $0 == 0x3A || $0 == 0x2E) }
          let stamp = text[(index + 1)..<(stop ?? text.endIndex)]
          if stamp.isEmpty { add([text[index]]) } else { take(stamp, timing) }
          index = stop ?? text.endIndex
          continue
        }
        take(text[(index + 1)..<close], timing)
        index = close + 1
      case UInt8(ascii: "&"): index = takeEntity(text, at: index)
      default:
        add([text[index]])
        index += 1
      }
    }
    flush(end: start == nil ? nil : timing.end)
    words = splitter.finished
    if start == nil { marked = self.text.marked(of: words.count) }
  }

  private mutating func take(_ tag: Bytes, _ timing: CueTiming) {
    if tag.first?.isDigit == true {
      guard let time = ClockTime.clock(tag), time > timing.start, time < timing.end,
        time > start ?? timing.start
      else {
        hasIgnoredStamps = true
        return
      }
      flush(start: start ?? timing.start, end: time)
      start = time
    } else if tag.first == UInt8(ascii: "v"), voice.isEmpty, let space = tag.firstIndex(where: \.isSpace) {
      voice = tag[space...].trimmed.string
    } else if tag.elementsEqual("rt".utf8) {
      inRuby = true
    } else if tag.elementsEqual("/rt".utf8) || tag.elementsEqual("/ruby".utf8) {
      inRuby = false
    } else if tag.first == UInt8(ascii: "/") {
      text.closeMark()
    } else {
      text.openMark()
    }
  }

  private mutating func add(_ bytes: [UInt8]) {
    guard !inRuby else { return }
    piece += bytes
    text.plain += bytes
  }

  private mutating func flush(start: Time? = nil, end: Time?) {
    let isBlank = piece[...].trimmed.isEmpty
    if isBlank, let end, self.start != nil { splitter.endLast(at: end) }
    splitter.append(piece[...], start: self.start ?? start, end: end)
    piece = []
  }

  private mutating func takeEntity(_ text: Bytes, at start: Int) -> Int {
    guard let close = text[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
      let meaning = VTTText.entities[text[start...close].string]
    else {
      add([text[start]])
      return start + 1
    }
    add(Array(meaning.utf8))
    return close + 1
  }

  private static let entities = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u{A0}", "&lrm;": "\u{200E}", "&rlm;": "\u{200F}",
    "&quot;": "\"", "&apos;": "'", "&#39;": "'",
  ]
}

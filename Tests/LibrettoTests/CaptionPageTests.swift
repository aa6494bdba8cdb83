import Libretto
import Rehearsal
import Testing

/// How words are put on pages. In tests every character is ten pixels wide, and a row of this screen has 16.
@Suite("Pages of captions")
struct CaptionPageTests {
  /// The pages of words a second each, with a bar where a row ends; `_` is a second of silence.
  static func pages(
    _ lines: String..., on canvas: Canvas = .size(200, 300), _ edit: @Sendable (Captions) -> Captions
  ) -> [String] {
    var second = 0
    let sheet = lines.map { line in
      var text = "[00:\(two(second)).00]"
      for word in line.split(separator: " ") {
        if word != "_" { text += "<00:\(two(second)).00>\(word)<00:\(two(second + 1)).00> " }
        second += 1
      }
      second += 3
      return text
    }
    let captions = edit(
      Captions(LyricSheet(text: sheet.joined(separator: "\n"))).style(.line(.cut)).inside(.edges(0.05)))
    let clips = Sketch(canvas.lasting(60)) { captions }.lowered().timeline?.clips[0].content.children ?? []
    return clips.map { page in
      page.content.children.texts.map { String($0.split(separator: " ", maxSplits: 2)[2]) }
        .joined(separator: " / ").split(separator: "\n").joined(separator: "|")
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test("never have more rows than asked")
  func rowsAsAsked() {
    let line = "one more chorus and one more time for all of us"
    #expect(
      Self.pages(line) { $0.paged(lines: 1) } == [
        "one more", "chorus and", "one more time", "for all of us",
      ])
    #expect(
      Self.pages(line) { $0.paged(lines: 2) } == ["one more chorus|and one more", "time for|all of us"])
    #expect(Self.pages(line) { $0.paged(lines: 4) } == ["one more|chorus and|one more time|for all of us"])
    #expect(Self.pages(line) { $0 } == Self.pages(line) { $0.paged(lines: 2) })
  }

  @Test("never put what is left of a line beside the next one")
  func keepsLinesApart() {
    #expect(
      Self.pages("let us go now or never", "neon rain is here") { $0.paged(lines: 2, gap: 9) } == [
        "let us go|now or never", "neon rain|is here",
      ])
    #expect(
      Self.pages("let us go", "neon rain") { $0.paged(lines: 2, gap: 9) } == ["let us go / neon rain"])
  }

  @Test("end their rows where phrases end")
  func phrases() {
    #expect(Self.pages("oh no, here it comes") { $0 } == ["oh no,|here it comes"])
    #expect(Self.pages("oh no _ here it comes") { $0.paged(lines: 2) } == ["oh no|here it comes"])
  }

  @Test("leave no short word alone, and no article at the end of a row")
  func strays() {
    #expect(Self.pages("counting reasons I") { $0 } == ["counting|reasons I"])
    #expect(Self.pages("walking on the moonlight") { $0 } == ["walking on|the moonlight"])
  }

  @Test("have rows of so many characters at most")
  func characters() {
    #expect(
      Self.pages("one more chorus now") { $0.paged(lines: 2, characters: 8) } == ["one more", "chorus|now"])
  }

  @Test("keep the rows that a sheet has, where there is room for them")
  func ownRows() {
    let srt = "1\n00:00:01,000 --> 00:00:04,000\noh\nwell well\n"
    let film = Sketch(.size(200, 300).lasting(5)) { Captions(LyricSheet(text: srt)).style(.line(.cut)) }
    #expect(film.lowered().timeline?.clips.letterings.map(\.block.text) == ["oh\nwell well"])
  }

  @Test("are as wide as their style lets words grow")
  func growing() {
    #expect(Self.pages("sixteen letters!") { $0 } == ["sixteen letters!"])
    let grown = Self.pages("sixteen letters!") { $0.style(.highlight(scale: 1.2)) }
    #expect(grown.count == 1 && grown[0].contains("sixteen"))
    let rows = Sketch(.size(200, 300).lasting(9)) {
      Captions(LyricSheet(text: "[00:01.00]sixteen letters!")).style(.highlight(scale: 1.2))
    }.lowered().timeline?.clips.letterings.map(\.block.text)
    #expect(rows?.contains("sixteen\nletters!") == true || rows?.contains("sixteen") == true)
  }

  static let styles: [any CaptionStyle] = [
    LineCaptions.line(), LineCaptions.line(.slide(.up)), LineCaptions.line(.pop), LineCaptions.subtitle(),
    KaraokeCaptions.karaoke(), HighlightCaptions.highlight(box: .red), WordByWordCaptions.wordByWord,
    TypewriterCaptions.typewriter(), RiseCaptions.rise(),
  ]
  static let changes: [CaptionChange] = [.cut, .fade, .fadingOut, .slide(.left), .pop]

  @Test(
    "are all there when their first word is sung, in every style", arguments: styles.indices,
    changes.indices)
  func isThere(style: Int, change: Int) throws {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(Self.styles[style]).changing(
        Self.changes[change])
    }
    let pages = try #require(film.lowered().timeline).clips[0].content.children
    let firstWords = [30, 96, 270]
    #expect(pages.count == 3)
    for (page, first) in zip(pages, firstWords) {
      let there = page.frames.lowerBound.value + (page.entering?.frameCount ?? 0)
      #expect(there <= first)
    }
  }

  @Test("stand in the middle of a tall screen, clear of what apps lay over it")
  func tallScreens() throws {
    let film = Sketch(.vertical1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.line(.cut)).placed(.bottom)
    }
    let page = try #require(film.lowered().timeline?.clips.first?.content.children.first)
    let place = try #require(page.look.position)
    #expect(place.x.value(at: .zero).width(in: .zero) == 540)
    #expect(place.y.value(at: .zero).height(in: .zero) == 1920 - 670)
    let wide = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.line(.cut)).inside(.edges(left: 0.5))
    }
    let right = try #require(wide.lowered().timeline?.clips.first?.content.children.first?.look.position)
    #expect(right.x.value(at: .zero).width(in: .zero) == 1440)
  }

  @Test("move words aside for the one that is sung, and back")
  func crowding() throws {
    let film = Sketch(.landscape1080.lasting(6)) {
      Captions(LyricSheet(text: "[00:01.00]<00:01.00>I <00:02.00>was <00:03.00>counting<00:04.00>"))
        .style(.highlight(box: .red, scale: 1.5))
    }
    let words = try #require(film.lowered().timeline).clips.flatMap(\.words)
    #expect(words.count == 3)
    func shift(_ word: Int, at second: Double) -> Double {
      words[word].look.offset.x.value(at: Time(seconds: second) - 0.75).width(in: .zero)
    }
    // While "was" is sung, those beside it stand aside by as much; later all but the last have moved left.
    #expect(shift(0, at: 2.5) < -3 && shift(1, at: 2.5) == 0 && shift(2, at: 2.5) == -shift(0, at: 2.5))
    #expect(shift(0, at: 3.5) < shift(0, at: 2.5) && shift(2, at: 3.5) == 0)
    #expect(shift(0, at: 4.4) == 0)
    // A page that can't come early begins with the frame after its first word.
    let late = Sketch(.landscape1080.lasting(6)) {
      Captions(LyricSheet(text: "[00:01.01]<00:01.01>counting <00:02.00>reasons<00:03.00>"))
        .style(.highlight(box: .red, scale: 1.5)).shown(early: 0)
    }
    #expect(late.lowered().log.diagnostics.map(\.brief) == [])
  }
}

extension Clip {
  /// The groups that words are in, at whatever depth.
  fileprivate var words: [Clip] {
    if case .letters(let pieces) = content { return pieces }
    return content.children.flatMap(\.words)
  }
}

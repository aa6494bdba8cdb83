import Libretto
import Rehearsal
import Testing

@Suite("Captions")
struct CaptionTests {
  static let sheet = """
    [00:01.00][Verse]
    [00:01.00]<00:01.00>Neon <00:02.00>rain<00:03.00>
    [00:03.20]<00:03.20>Every <00:04.00>light<00:05.00>
    [00:09.00][Chorus]
    [00:09.00]<00:09.00>Run <00:09.50>run<00:10.00>
    """

  /// Begin, end and words of the texts of a film, in the order they are painted.
  static func pages(_ edit: @Sendable (Captions) -> Captions = { $0 }) -> [String] {
    let captions = edit(Captions(LyricSheet(text: sheet)).style(.line(.cut)))
    return Sketch(.landscape1080.lasting(12)) { captions }.lowered().timeline?.clips.texts ?? []
  }

  @Test("show each line early, hold it, and leave it for the next one")
  func pagesOfOneLine() {
    #expect(
      CaptionTests.pages() == [
        "0.767 3.000 Neon rain", "3.000 5.600 Every light", "8.767 10.600 Run run",
      ])
  }

  @Test("show so many lines together, but not those of another section")
  func pagesOfTwoLines() {
    #expect(
      CaptionTests.pages { $0.paged(lines: 2) } == [
        "0.767 5.600 Neon rain", "0.767 5.600 Every light", "8.767 10.600 Run run",
      ])
  }

  @Test("cut long lines between words")
  func cutsLines() {
    #expect(
      CaptionTests.pages { $0.paged(characters: 5) }.map { $0.suffix(5) } == [
        " Neon", " rain", "Every", "light", "0 Run", "0 run",
      ])
  }

  @Test("come and go as asked")
  func leadsAndHolds() {
    #expect(CaptionTests.pages { $0.shown(early: 0, holding: 0) }[0] == "1.000 3.000 Neon rain")
  }

  @Test("change their style with the section")
  func stylesBySection() throws {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet))
        .style(.line(.cut).fill(.white)).style(.line(.cut).fill(.red), during: "chorus")
    }
    let dump = film.dump()
    #expect(dump.contains("\"Every light\"  #ffffff"))
    #expect(dump.contains("\"Run run\"  #ff3b30") || dump.contains("\"Run run\"  \(Color.red)"))
  }

  @Test("fill silences with dots that light up")
  func fillsGaps() {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).gaps(.dots(2, after: 3))
    }
    let dots = film.dump().split(separator: "\n").filter { $0.contains("ellipse") }
    #expect(dots.count == 2)
    #expect(dots.allSatisfy { $0.contains("5.600 8.767") })
  }

  @Test("put duets on two sides, what others sing under the line, and translations under that")
  func setsVoices() throws {
    let sheet = """
      <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
      <head><metadata><ttm:agent type="person" xml:id="v1"/><ttm:agent type="person" xml:id="v2"/></metadata></head>
      <body><div>
      <p begin="1s" end="3s" ttm:agent="v1"><span begin="1s" end="3s">Hello</span>\
      <span ttm:role="x-bg"><span begin="2s" end="3s">(ooh)</span></span>\
      <span ttm:role="x-translation" xml:lang="de">Hallo</span></p>
      <p begin="4s" end="5s" ttm:agent="v2"><span begin="4s" end="5s">Bye</span></p>
      </div></body></tt>
      """
    let film = Sketch(.landscape1080.lasting(6)) {
      Captions(LyricSheet(text: sheet)).style(.line(.cut)).voicesOnSides().translated()
    }
    let clips = try #require(film.lowered().timeline).clips
    #expect(clips.texts.map { $0.split(separator: " ").last } == ["Hello", "(ooh)", "Hallo", "Bye"])
    #expect(clips.letterings.map(\.alignment) == [.leading, .leading, .leading, .trailing])
    #expect(clips.letterings[0].block.size.height > clips.letterings[1].block.size.height)
  }

  @Test("without times say what to do")
  func needsTimes() {
    let film = Sketch { Captions(LyricSheet(text: "Neon rain\nEvery light")) }
    #expect(film.dump() == "error: nothing says when the lines of the lyrics are sung")
  }

  @Test("of a sheet that isn't there say so")
  func missingSheet() {
    #expect(Sketch { Captions(LyricSheet("x.lrc")) }.dump() == "error: there is no sheet x.lrc")
  }

  @Test("take the times of what somebody heard, and keep the words")
  func alignsToWhatWasHeard() throws {
    let heard = """
      {"segments": [{"words": [{"word": "neon", "start": 1, "end": 2}, {"word": "range", "start": 2, "end": 3}]}]}
      """
    let hands = Stagehand(sheets: ["song.txt": "Neon rain", "whisper.json": heard])
    let film = Sketch { Captions(LyricSheet("song.txt").timed(by: "whisper.json")).style(.line(.cut)) }
    #expect(film.lowered(with: hands).timeline?.clips.texts == ["0.767 3.600 Neon rain"])
  }

  @Test("last as long as a film without a song")
  func lengthOfFilm() {
    let film = Sketch(.landscape1080) { Captions(LyricSheet(text: CaptionTests.sheet)) }
    #expect(film.lowered().timeline?.length == 10.6)
  }

  @Test("say nothing about words that a shorter film has no time for")
  func shortFilm() {
    let (timeline, log) = Sketch(.landscape1080.lasting(1.5)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.wordByWord)
    }.lowered()
    #expect(timeline?.clips.texts == ["1.000 1.500 Neon"])
    #expect(log.diagnostics.map(\.brief) == [])
  }

  @Test("bear words and lines that overlap or go back", arguments: [0, 1, 2])
  func bearsDisorder(style: Int) {
    let styles: [any CaptionStyle] = [
      HighlightCaptions.highlight(), StackCaptions.stack(), TypewriterCaptions.typewriter(),
    ]
    let sheet = """
      [00:00.00]<00:00.00>a <00:06.00>b <00:05.00>c<00:09.00>
      [00:03.00]<00:03.00>d <00:03.00>e<00:03.00>
      """
    let (timeline, log) = Sketch(.landscape1080.lasting(9)) {
      Captions(LyricSheet(text: sheet)).style(styles[style])
    }.lowered()
    #expect(timeline != nil)
    #expect(log.errors.map(\.brief) == [])
  }

  @Test("are an author's own from words and syllables")
  func ownStyle() {
    struct Shout: CaptionStyle {
      func page(_ page: CaptionPage) -> Layers {
        for word in page.lines.flatMap(\.words) {
          Text(word).letterCase(.upper).starting(at: word.start).lasting(until: word.end)
        }
      }
    }
    #expect(
      CaptionTests.pages { $0.style(Shout()) }.prefix(2) == ["1.000 2.000 NEON", "2.000 3.000 RAIN"])
  }

  @Test(
    "of every style can be lowered",
    arguments: [
      LineCaptions.line(), LineCaptions.line(.slide(.up)), LineCaptions.line(.pop), LineCaptions.subtitle(),
      KaraokeCaptions.karaoke(), HighlightCaptions.highlight(box: .red), WordByWordCaptions.wordByWord,
      OneWordCaptions.oneWord, TypewriterCaptions.typewriter(), StackCaptions.stack(sung: .red),
      TeleprompterCaptions.teleprompter(), RiseCaptions.rise(sung: .red), KineticCaptions.kinetic(),
      ScrambleCaptions.scramble(), NeonCaptions.neon(), HandwritingCaptions.handwriting(),
    ] as [any CaptionStyle])
  func everyStyle(style: any CaptionStyle) {
    let (timeline, log) = Sketch(.vertical1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(style)
    }.lowered()
    #expect(timeline != nil)
    #expect(log.diagnostics.map(\.brief) == [])
  }

  @Test("are summed up where the timeline begins: pages, lines, words and styles")
  func summary() throws {
    let sheet = LyricSheet(
      text: "[Verse]\n[00:01.00]one two\n[00:03.00]three\n[Chorus]\n[00:05.00]four five six\n")
    let timeline = try Sketch(.landscape1080.lasting(8)) {
      Captions(sheet).style(.karaoke()).style(.oneWord, during: "Chorus")
    }.timeline()
    let first = timeline.dump.split(separator: "\n").dropFirst().first
    #expect(
      first.map(String.init) == "captions  the lyrics  3 pages  3 lines  6 words  karaoke, oneWord",
      "\(timeline.dump)")
    #expect(try Sketch { Text("a") }.timeline().captions == [])
  }

  @Test("show no more lines at once than can be read, and say so, however many there are")
  func crowd() {
    let sheet = (1...5_000).map { "[00:01.00]line \($0)" }.joined(separator: "\n") + "\n[00:05.00]end"
    let (timeline, log) = Sketch(.landscape1080.lasting(8)) {
      Captions(LyricSheet(text: sheet)).style(.line(.cut))
    }.lowered()
    #expect(timeline?.clips.letterings.count == 25)
    #expect(
      log.diagnostics.map(\.brief) == [
        "warning: 4976 lines of the lyrics are left out: it says that more than 24 are sung at the same time"
      ])
  }
}

extension [Clip] {
  /// The texts at whatever depth.
  var letterings: [Lettering] {
    flatMap { clip -> [Lettering] in
      if case .text(let lettering) = clip.content { return [lettering] }
      return clip.content.children.letterings
    }
  }

  /// When the texts at whatever depth are seen, and what they say.
  var texts: [String] {
    flatMap { clip -> [String] in
      guard case .text(let lettering) = clip.content else { return clip.content.children.texts }
      let rate = FrameRate(30)
      let times = [clip.frames.lowerBound, clip.frames.upperBound].map { "\(rate.start(of: $0))" }
      return [(times + [lettering.block.text]).joined(separator: " ")]
    }
  }
}

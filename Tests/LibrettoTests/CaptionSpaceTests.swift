import Libretto
import Rehearsal
import Testing

/// How captions keep to the screen and to their time, whatever is asked of them.
@Suite("Captions within bounds")
struct CaptionSpaceTests {
  @Test("keep what is high inside the safe area", arguments: [Spot.top, .lowerThird, .bottom])
  func staysInside(spot: Spot) throws {
    let film = Sketch(.size(400, 300).lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.line(.cut).size(50)).paged(lines: 2).placed(
        spot)
    }
    let page = try #require(film.lowered().timeline?.clips.first?.content.children.first)
    let height = try #require(page.look.height).value(at: .zero).height(in: .zero)
    let place = try #require(page.look.position).y.value(at: .zero).height(in: .zero)
    let top = place - height * page.look.anchor.y
    #expect(height > 100)
    #expect(top >= 15 && top + height <= 285)
  }

  @Test("say when edges leave no room, and when what was asked for isn't in the sheet")
  func complains() {
    func complaints(_ edit: @escaping @Sendable (Captions) -> Captions) -> [String] {
      Sketch { edit(Captions(LyricSheet(text: CaptionTests.sheet))) }.lowered().log.diagnostics.map(\.brief)
    }
    #expect(complaints { $0.inside(.edges(3)) } == ["error: the edges leave no room for captions"])
    #expect(complaints { $0.inside(.edges(.nan)) } == ["error: the edges leave no room for captions"])
    #expect(complaints { $0.translated() } == ["warning: the lyrics has no translation to show"])
    #expect(complaints { $0.romanized() } == ["warning: the lyrics has no romanization to show"])
    #expect(
      complaints { $0.style(.oneWord, during: "Chrous") } == [
        "warning: the lyrics has no lines in a section \"Chrous\", so its style is never seen"
      ])
  }

  static let absurd: [@Sendable (Captions) -> Captions] = [
    { $0.paged(lines: .max, characters: .max, gap: 1e300) },
    { $0.paged(lines: .min, characters: .min, gap: -1e300) },
    { $0.shown(early: -5, holding: -5) },
    { $0.shown(early: 1e300, holding: 1e300) },
    { $0.gaps(.dots(.max, after: -1)) },
    { $0.style(.stack(before: .max, after: .max, over: -3)) },
    { $0.style(.stack(before: .min, after: .min, dimmed: .nan, over: 1e300)) },
    { $0.style(.teleprompter(lines: .max, dimmed: .infinity)) },
    { $0.style(.line(.pop(over: -1))) },
    { $0.changing(.fade(over: 1e300)) },
    { $0.emphasizing("", "*") },
    { $0.voice("") },
    { $0.style(.highlight(scale: .nan)) },
    { $0.style(.karaoke(edge: -.infinity)) },
  ]

  @Test("bear numbers out of reach", arguments: absurd.indices)
  func bearsAbsurdity(index: Int) {
    let (timeline, log) = Sketch(.landscape1080.lasting(12)) {
      CaptionSpaceTests.absurd[index](Captions(LyricSheet(text: CaptionTests.sheet)))
    }.lowered()
    #expect(timeline != nil)
    #expect(log.errors.map(\.brief) == [])
  }

  @Test("of thousands of words in a line are cut soon", .timeLimit(.minutes(1)))
  func cutsEndlessLines() {
    let words = Array(repeating: "word", count: 5000).joined(separator: " ")
    let pages = Sketch(.landscape1080.lasting(3000)) {
      Captions(LyricSheet(text: "[00:01.00]\(words)")).style(.line(.cut)).paged(lines: 24)
    }.lowered().timeline?.clips.texts
    // 32 words of 49 pixels with their space are a row of 1612.
    #expect(pages?.count == 7)
  }

  @Test("are all there when they are sung, and go when all is sung")
  func fadesAfterSinging() throws {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.karaoke())
    }
    // Between 3 and 3.2 seconds the first page dissolves into the second.
    let pages = try #require(film.lowered().timeline).clips[0].content.children
    #expect(
      pages.map { "\($0.frames.lowerBound.value)-\($0.frames.upperBound.value)" } == [
        "23-95", "90-168", "263-318",
      ])
    #expect(pages.map { $0.entering?.frameCount } == [6, 5, 6])
    #expect(pages.map { $0.exiting?.frameCount } == [5, 6, 6])
  }

  @Test("take lengths in beats")
  func measuresBeats() throws {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.line(.fade(over: .beats(1)))).shown(early: 1)
      Soundtrack(Song("song.ogg", tempo: 120))
    }
    let pages = try #require(film.lowered().timeline).clips[0].content.children
    #expect(pages.map { $0.entering?.frameCount } == [15, 5, 15])
  }
}

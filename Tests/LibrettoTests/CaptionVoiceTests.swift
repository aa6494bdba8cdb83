import Foundation
import Libretto
import Rehearsal
import Testing

@Suite("Captions of several voices and languages")
struct CaptionVoiceTests {
  static let duet = """
    <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
    <head><metadata><ttm:agent type="person" xml:id="v1"><ttm:name>Ada</ttm:name></ttm:agent>\
    <ttm:agent type="person" xml:id="v2"><ttm:name>Ben</ttm:name></ttm:agent></metadata></head>
    <body><div>
    <p begin="1s" end="3s" ttm:agent="v1"><span begin="1s" end="3s">Hello</span>\
    <span ttm:role="x-bg"><span begin="2s" end="3s">(ooh)</span></span>\
    <span ttm:role="x-translation" xml:lang="de">Hallo</span></p>
    <p begin="4s" end="5s" ttm:agent="v2"><span begin="4s" end="5s">Bye</span></p>
    </div></body></tt>
    """

  /// What the letters of a film say, how large, in which fill, and how high on the screen their page stands.
  static func texts(_ edit: @Sendable (Captions) -> Captions) -> [String] {
    let captions = edit(Captions(LyricSheet(text: duet)).style(.line(.cut).size(100)))
    let pages = Sketch(.landscape1080.lasting(6)) { captions }.lowered().timeline?.clips[0].content.children
    return (pages ?? []).flatMap { page in
      let height = page.look.position?.y.value(at: .zero).height(in: .zero) ?? 0
      return page.content.children.letterings.map { letters in
        guard case .color(let fill) = letters.paint.fill else { return letters.block.text }
        let size = letters.block.lines.first?.runs.first?.size ?? 0
        return
          "\(letters.block.text) \(Int(size.rounded())) \(fill.value(at: .zero)) \(Int(height.rounded()))"
      }
    }
  }

  @Test("give voices looks and places of their own, by what the sheet or people call them")
  func voices() {
    #expect(
      Self.texts { $0.voice("ada") { $0.fill(.red) }.voice("v2", placed: .upperThird) { $0.sized(by: 2) } }
        == ["Hello 100 \(Color.red) 864", "(ooh) 70 \(Color.red) 864", "Bye 200 #ffffff 216"])
  }

  @Test("give what others sing, and translations, looks and places of their own")
  func roles() {
    #expect(
      Self.texts {
        $0.backgroundVocals(placed: .top) { $0.fill(.blue) }.translated(placed: .bottom) { $0.fill(.gray) }
      } == [
        "Hello 100 #ffffff 864", "Bye 100 #ffffff 864", "(ooh) 70 \(Color.blue) 54",
        "Hallo 62 \(Color.gray) 1026",
      ])
  }

  @Test("say who sings where a voice isn't in the sheet")
  func unknownVoice() {
    let log = Sketch { Captions(LyricSheet(text: Self.duet)).voice("Adah") }.lowered().log
    #expect(
      log.diagnostics.map(\.brief) == [
        "warning: nobody called \"Adah\" sings in the lyrics, so that look is never seen"
      ])
    #expect(
      log.diagnostics[0].problem.hints == ["did you mean \"Ada\"?", "its voices are v1, Ada, v2, Ben"])
  }

  private static func translated(by text: String) -> (texts: [String], log: [String]) {
    let (timeline, log) = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.line(.cut)).translated(
        by: LyricSheet(text: text))
    }.lowered()
    return (timeline?.clips.letterings.map(\.block.text) ?? [], log.diagnostics.map(\.brief))
  }

  @Test("take translations from another sheet: by their times, or by number where it has none")
  func translations() {
    let all = ["Neon rain", "Neonregen", "Every light", "Jedes Licht", "Run run", "Lauf"]
    #expect(Self.translated(by: "[00:01.20]Neonregen\n[00:02.90]Jedes Licht\n[00:09.00]Lauf").texts == all)
    #expect(Self.translated(by: "Neonregen\nJedes Licht\nLauf").texts == all)
    let short = Self.translated(by: "Neonregen\nJedes Licht")
    #expect(short.texts == all.dropLast())
    #expect(
      short.log == ["warning: the lyrics has 2 lines for 3 that are sung; they go together by number"])
  }

  @Test("have all of it in the sheet that the documentation shows")
  func documented() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Docs/Captions.md"), encoding: .utf8)
    let start = try #require(page.range(of: "<tt xmlns")?.lowerBound)
    let end = try #require(page.range(of: "</tt>")?.upperBound)
    let film = Sketch(.landscape1080.lasting(20)) {
      Captions(LyricSheet(text: String(page[start..<end]))).voice("Ada").voice("Ben").translated()
    }
    let (timeline, log) = film.lowered()
    #expect(
      timeline?.clips.letterings.map(\.block.text) == [
        "Neon rain", "(falling)", "Neonregen", "Hold on", "Halt dich fest",
      ])
    #expect(log.diagnostics.map(\.brief) == [])
  }

  @Test("let words stand out, by what they are or as the sheet marks them")
  func emphasis() {
    func fills(_ sheet: String, _ words: String) -> [String] {
      let film = Sketch(.landscape1080.lasting(6)) {
        Captions(LyricSheet(text: sheet)).style(.line(.cut)).emphasizing(words)
      }
      return film.lowered().timeline?.clips.letterings.map { letters in
        guard case .color(let fill) = letters.paint.fill else { return "" }
        return fill.value(at: .zero) == .white ? letters.block.text : letters.block.text.uppercased()
      } ?? []
    }
    #expect(fills("[00:01.00]run to the light", "Light") == ["run", "to", "the", "LIGHT"])
    #expect(fills("[00:01.00]run *to the* light *now*", "") == ["run", "TO", "THE", "light", "NOW"])
    #expect(fills("[00:01.00]run to the light", "dark") == ["run to the light"])
  }
}

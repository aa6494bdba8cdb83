import Libretto
import Rehearsal
import Testing

@Suite("A text in pieces")
struct TextSplitTests {
  private static func pieces(_ edit: @escaping @Sendable (Text) -> Text) -> [String] {
    Sketch(.landscape1080.lasting(4)) { edit(Text("One fine\nday")) }.lowered().timeline?.clips.texts ?? []
  }

  @Test("falls into lines, words, syllables and characters")
  func splits() {
    func words(_ edit: @escaping @Sendable (Text) -> Text) -> [String] {
      TextSplitTests.pieces(edit).map { String($0.dropFirst(12)) }
    }
    #expect(words { $0.byLine { line, _ in line } } == ["One fine", "day"])
    #expect(words { $0.byWord { word, _ in word } } == ["One", "fine", "day"])
    #expect(words { $0.byCharacter { letter, _ in letter } }.joined() == "Onefineday")
  }

  @Test("keeps each piece in its place")
  func keepsPlaces() throws {
    let film = Sketch(.landscape1080.lasting(4)) { Text("One fine\nday").byWord { word, _ in word } }
    let letters = try #require(film.lowered().timeline?.clips.first?.content.children.first)
    let middles = letters.content.children.map { clip -> Double in
      clip.look.position?.x.value(at: .zero).width(in: .zero) ?? -1
    }
    // Ten pixels a character; the second line is half of five characters further right.
    #expect(middles == [15, 60, 40])
    #expect(letters.look.width?.value(at: .zero) == 80)
  }

  @Test("begins piece after piece")
  func staggers() {
    func starts(_ stagger: Stagger) -> [String] {
      TextSplitTests.pieces { $0.byWord(stagger: stagger) { word, _ in word } }.map { String($0.prefix(5)) }
    }
    #expect(starts(.forward(0.5)) == ["0.000", "0.500", "1.000"])
    #expect(starts(.backward(0.5)) == ["1.000", "0.500", "0.000"])
    #expect(starts(.fromCenter(0.5)) == ["0.500", "0.000", "0.500"])
    #expect(starts(.shuffled(0.5, seed: "x")).sorted() == ["0.000", "0.500", "1.000"])
  }

  @Test("has each piece move by its own curve")
  func moves() {
    let film = Sketch(.landscape1080.lasting(4)) {
      Text("a b").byWord { word, i in
        word.opacity(.ramp(from: 0, to: 1, over: 0.5, at: .seconds(Double(i)))).offset(y: 10 * Double(i))
      }
    }
    let dump = film.dump()
    #expect(dump.contains("opacity 0@0.000→1@0.500"))
    #expect(dump.contains("offset 0,10  opacity 0@1.000→1@1.500"))
  }

  @Test("knows its text, line and number")
  func knowsItself() {
    let film = Sketch(.landscape1080.lasting(4)) {
      Text("a b\nc").byWord { word, i in
        word.offset(x: Double(word.lineNumber), y: Double(word.count)).opacity(word.text == "b" ? 0.5 : 1)
      }
    }
    let offsets = film.dump().split(separator: "\n").filter { $0.contains("text") }
    #expect(offsets.count == 3)
    #expect(offsets.allSatisfy { $0.contains(",3") })
    #expect(offsets[1].contains("opacity 0.5") && offsets[2].contains("offset 1,3"))
  }

  @Test("changes letters by case before it is set")
  func changesCase() {
    func written(_ letterCase: LetterCase) -> String? {
      Sketch { Text("neon RAIN isn't").letterCase(letterCase) }.lowered().timeline?.clips.letterings.first?
        .block.text
    }
    #expect(written(.upper) == "NEON RAIN ISN'T")
    #expect(written(.lower) == "neon rain isn't")
    #expect(written(.title) == "Neon RAIN Isn't")
  }
}

@Suite("A stack")
struct StackTests {
  @Test("puts elements one below the other, each as high as it is")
  func column() throws {
    let film = Sketch(.size(400, 300).lasting(1)) {
      Column(spacing: 10, alignment: .leading) {
        Text("abcd").size(20)
        Rectangle().frame(width: 100, height: 50)
      }
    }
    let column = try #require(film.lowered().timeline?.clips.first)
    let corners = column.content.children.map { clip in
      "\(clip.look.position?.x.value(at: .zero) ?? 0) \(clip.look.position?.y.value(at: .zero) ?? 0)"
    }
    #expect(corners == ["20 10", "50 55"])
    #expect(column.look.width?.value(at: .zero) == 100)
    #expect(column.look.height?.value(at: .zero) == 80)
  }

  @Test("measures shares of its own room, however small it becomes itself")
  func measuresOnce() throws {
    let film = Sketch(.size(400, 300).lasting(1)) {
      Column { Column { Rectangle().frame(width: .percent(50), height: .percent(10)) } }
    }
    let inner = try #require(
      film.lowered().timeline?.clips.first?.content.children.first?.content.children.first)
    #expect(inner.look.width?.value(at: .zero) == 200)
    #expect(inner.look.height?.value(at: .zero) == 30)
  }
}

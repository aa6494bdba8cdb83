import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("A sweep through letters")
struct SweepTests {
  /// What is painted of "ab Fi" at a time, where "ab " is sung from 0 to 1 s and "Fi" from 1 to 2.
  private static func marks(at frame: Int, text: String = "[00:00.00]<00:00.00>ab <00:01.00>Fi<00:02.00>")
    throws
    -> String
  {
    try Sketch(.small) {
      Text(LyricSheet(text: text).lines[0]).size(10).sung(.red).placed(x: 0, y: 0, anchor: .topLeft)
    }.graph().marks(at: frame)
  }

  /// The letters of a frame: what they say, how far right they stand, and where the sweep is in them.
  private static func letters(at frame: Int, _ sheet: String) throws -> [(
    text: String, left: Double, front: Double?
  )] {
    let film = Sketch(.small) {
      Text(LyricSheet(text: sheet).lines[0]).size(10).sung(.red).placed(x: 0, y: 0, anchor: .topLeft)
    }
    return try film.graph().drawing(at: FrameIndex(frame)).marks.compactMap { mark in
      guard case .text(let block, .fill, let ink, let matrix, _) = mark else { return nil }
      guard case .linear(_, let from, let to) = ink else { return (block.text, matrix.tx, nil) }
      return (block.text, matrix.tx, (from.x + to.x) / 2 + matrix.tx)
    }
  }

  @Test("paints all in one before and after")
  func restsOutside() throws {
    let before = try SweepTests.marks(at: 0)
    let after = try SweepTests.marks(at: 19, text: "[00:00.00]<00:00.00>ab<00:00.50>")
    #expect(before == "text  \"ab Fi\"  #ffffff  ×1 +0,0")
    #expect(after == "text  \"ab\"  \(Color.red)  ×1 +0,0")
  }

  @Test("passes one letter at a time with a soft edge, by the ink")
  func passesLetters() throws {
    // A quarter of the first word: half of the a, whose ink goes from 1 to 9.
    let marks = try SweepTests.letters(at: 2, "[00:00.00]<00:00.00>ab <00:00.80>Fi<00:02.00>")
    #expect(marks.map(\.text) == ["a", "b", "Fi"])
    #expect(marks.map(\.front) == [5, nil, nil])
    #expect(marks.map(\.left) == [0, 10, 30])
  }

  @Test("goes on through a ligature from caret to caret")
  func passesLigatures() throws {
    // "F" is sung until 1.5 s and "i" after it; the ink of both goes from 31 to 49.
    let sheet = "[00:00.00]<00:00.00>ab <00:01.00>F<00:01.50>i<00:02.00>"
    let half = try SweepTests.letters(at: 15, sheet)
    let most = try SweepTests.letters(at: 17, sheet)
    #expect(half.map(\.text) == ["ab", "Fi"])
    #expect(half.map(\.front) == [nil, 40])
    #expect(most.map(\.front) == [nil, 44])
  }

  @Test("starts from any color the letters are filled with")
  func startsFromFill() throws {
    let marks = try Sketch(.small) {
      Text(LyricSheet(text: "[00:01.00]<00:01.00>a<00:02.00>").lines[0]).fill(.green).sung(.red)
    }.graph().marks(at: 0)
    #expect(marks.contains("\(Color.green)"))
  }

  @Test("of a gradient is cut at the edge")
  func cutsGradients() throws {
    let marks = try Sketch(.small) {
      Text(LyricSheet(text: "[00:00.00]<00:00.00>a<00:02.00>").lines[0]).size(10)
        .sung(.gradient(.red, .blue)).placed(x: 0, y: 0, anchor: .topLeft)
    }.graph().marks(at: 10)
    let kinds = marks.split(separator: "\n").map { line in
      line.replacing("  ", with: " ").split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(kinds == ["text \"a\"", "group clip", "text \"a\""])
    #expect(marks.contains("linear of 2"))
  }
}

@Suite("Letters with outlines, shadows and boxes")
struct LetterMarkTests {
  @Test("are painted behind all letters of the text, the widest first")
  func order() throws {
    let marks = try Sketch(.small) {
      Text("a b").size(10).placed(x: 0, y: 0, anchor: .topLeft).outlined(.black, 1).outlined(.red, 2)
        .shadowed(.black, y: 3, blur: 4).boxed(.blue, padding: 2, cornerRadius: 0)
        .byWord { word, _ in word }
    }.graph().marks(at: 0)
    let kinds = marks.split(separator: "\n").map { $0.split(separator: "\"")[0].split(separator: "  ")[0] }
    #expect(
      kinds == [
        "fill", "fill", "text shadow 3 blur 2", "text shadow 3 blur 2", "text outline 3", "text outline 3",
        "text outline 1", "text outline 1", "text", "text",
      ])
  }

  @Test("have boxes around the block, each line, or each word")
  func boxes() throws {
    func boxes(_ scope: BoxScope) throws -> [Substring] {
      try Sketch(.small) {
        Text("ab c\nd").size(10).placed(x: 0, y: 0, anchor: .topLeft)
          .boxed(.blue, around: scope, padding: 0, cornerRadius: 0)
      }.graph().marks(at: 0).split(separator: "\n").filter { $0.contains("fill") }
    }
    #expect(try boxes(.block).map { $0.contains("40×20") } == [true])
    // All of them are one mark, a rectangle of five steps each.
    #expect(try boxes(.line).map { $0.contains("outline of 10") } == [true])
    #expect(try boxes(.word).map { $0.contains("outline of 15") } == [true])
  }
}

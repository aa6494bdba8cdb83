import Primitives
import Testing
import Typography

@Suite("The clusters of a line")
struct ClusterTests {
  let library: FontLibrary

  init() throws { library = try Bundle.library() }

  @Test(
    "cover it from left to right, caret to caret, spaces and all",
    arguments: [
      ("Inter", "two words, Zoe\u{308}!"), ("League Spartan", "office fish"),
      ("EB Garamond", "fjord, first"),
    ])
  func carets(family: String, text: String) throws {
    let line = try library.layOut(words(text, in: family)).lines[0]
    #expect(line.clusters.first?.units.lowerBound == 0)
    #expect(line.clusters.first?.left == line.left)
    #expect(line.clusters.last?.units.upperBound == text.utf16.count)
    #expect(line.clusters.last?.right == line.left + line.width)
    for (first, second) in zip(line.clusters, line.clusters.dropFirst()) {
      #expect(first.right == second.left)
      #expect(first.units.upperBound == second.units.lowerBound)
    }
    let blank = line.clusters.filter { $0.ink == nil }
    #expect(blank.count == text.count { $0 == " " })
  }

  @Test("end at the last character that isn't a space")
  func hangingSpaces() throws {
    let block = try library.layOut(words("one  \ntwo "))
    #expect(
      block.lines.map { $0.clusters.map(\.units) } == [[0..<1, 1..<2, 2..<3], [6..<7, 7..<8, 8..<9]])
  }

  @Test("leave out the space between letters drawn apart, and share the caret of those drawn together")
  func spacing() throws {
    let apart = try library.layOut(words("HH") { $0.letterSpacing = 10 }).lines[0].clusters
    #expect(apart[1].left - apart[0].right == 10)
    let together = try library.layOut(words("HH") { $0.letterSpacing = -10 }).lines[0]
    #expect(together.clusters[1].left == together.clusters[0].right)
    #expect(together.clusters[1].right == together.left + together.width)
  }

  @Test("have carets in a ligature, between its letters")
  func ligature() throws {
    let cluster = try library.layOut(words("office", in: "League Spartan")).lines[0].clusters[1]
    #expect(cluster.units == 1..<4)
    #expect(cluster.innerCarets.map(\.unit) == [2, 3])
    let third = (cluster.right - cluster.left) / 3
    let gaps = [cluster.innerCarets[0].x - cluster.left, cluster.right - cluster.innerCarets[1].x]
    #expect(gaps.allSatisfy { abs($0 - third) < third / 2 })
    let marked = try library.layOut(words("e\u{308}\u{323}x")).lines[0].clusters
    #expect(marked.map(\.units) == [0..<3, 3..<4])
    #expect(marked[0].innerCarets.isEmpty)
  }

  @Test("have their carets in the order they are read from the right")
  func fromTheRight() throws {
    let line = try library.layOut(words("\u{202E}ab\u{202C} c", in: "League Spartan")).lines[0]
    #expect(line.clusters.map(\.isRightToLeft) == [true, true, false, false])
    #expect(line.clusters[0].units.lowerBound == 2)
  }

  @Test("hold lam and alef as one, with the caret between them, read from the right")
  func lamAlef() throws {
    let line = try library.layOut(words("سلام", in: "Noto Sans Arabic")).lines[0]
    #expect(line.clusters.map(\.units) == [3..<4, 1..<3, 0..<1])
    let ligature = line.clusters[1]
    #expect(ligature.isRightToLeft && ligature.innerCarets.map(\.unit) == [2])
    #expect((ligature.left..<ligature.right).contains(ligature.innerCarets[0].x))
  }

  @Test("are one for an emoji of many, and know its ink")
  func emoji() throws {
    let line = try library.layOut(words("a👩🏽‍🚀b")).lines[0]
    #expect(line.clusters.map(\.units) == [0..<1, 1..<8, 8..<9])
    let ink = try #require(line.clusters[1].ink)
    #expect(line.clusters[1].innerCarets.isEmpty)
    #expect(ink.width > 90 && ink.height > 90 && ink.y > 0 && ink.maxY < 150)
  }

  @Test("know where their ink is, beyond their carets where a letter hangs over")
  func overhang() throws {
    let block = try library.layOut(words("of it", in: "EB Garamond", italic: true))
    let letter = block.lines[0].clusters[1]
    let ink = try #require(letter.ink)
    #expect(ink.x < letter.left && ink.maxX > letter.right)
    for cluster in block.lines[0].clusters {
      guard let ink = cluster.ink else { continue }
      let places = [ink.x, ink.y, ink.width, ink.height]
      #expect(places.allSatisfy { $0 * 1024 == ($0 * 1024).rounded() })
    }
    let run = block.lines[0].runs[0]
    let ends = try library.outline(of: run.glyphs[1].id, in: run.font).steps.compactMap(\.end)
    let right = run.glyphs[1].origin.x + (ends.map(\.x).max() ?? 0) * run.size
    #expect((-0.01..<3).contains(ink.maxX - right))
  }
}

@Suite("A part of a block")
struct PartTests {
  let library: FontLibrary

  init() throws { library = try Bundle.library() }

  @Test("is as wide as its carets and as high as its lines, and stands where it stood")
  func stands() throws {
    let block = try library.layOut(words("one two\nthree", size: 64) { $0.alignment = .leading })
    let part = try #require(block.part(4..<7))
    #expect(part.block.text == "two")
    #expect(part.block.lines.count == 1)
    let whole = Array(block.lines[0].clusters[4...6])
    #expect(part.origin == Point(x: whole[0].left, y: 0))
    #expect(part.block.size.width == whole[2].right - whole[0].left)
    #expect(abs(part.block.size.height - block.size.height / 2) < 0.01)
    let ink = try #require(part.block.lines[0].clusters[0].ink)
    #expect(ink.x + part.origin.x == whole[0].ink?.x)
    #expect(
      part.block.lines[0].runs[0].glyphs[0].origin.x + part.origin.x
        == block.lines[0].runs[0].glyphs[4].origin.x)
    let below = try #require(block.part(8..<13))
    #expect(abs(below.origin.y - block.size.height / 2) < 0.01)
    #expect(below.block.lines[0].baseline + below.origin.y == block.lines[1].baseline)
    #expect(block.part(3..<4)?.block.lines[0].runs.isEmpty == false)
    #expect(block.part(7..<8) == nil)
  }
}

import Primitives
import Testing
import Typography

@Suite("An absurd request")
struct AbsurdRequestTests {
  static let numbers = [0, -1, .nan, .infinity, -.infinity, 1e9, 1e300, 1e-300, .leastNonzeroMagnitude]

  @Test("is a block or a problem, never a crash", arguments: numbers)
  func absurdNumbers(number: Double) throws {
    let library = try Bundle.library()
    #expect(library.problem(words("a", size: number)) != nil || number > 0)
    let changes: [(inout TextRequest) -> Void] = [
      { $0.lineHeight = number }, { $0.letterSpacing = number }, { $0.maxWidth = number },
      { $0.maxHeight = number }, { ($0.size, $0.maxWidth) = (10_000, number) },
      { ($0.size, $0.letterSpacing) = (1e-300, number) },
    ]
    for change in changes { _ = library.problem(words("a b\nc", change)) }
    for count in [Int.min, -1, 0, 1, Int.max] {
      _ = library.problem(words("a b\nc") { $0.maxLines = count })
      _ = library.problem(words("a", weight: count))
    }
  }

  @Test("of random characters is a block or a problem", arguments: 0..<4)
  func randomText(seed: Int) throws {
    let library = try Bundle.library()
    var random = Xorshift(state: UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15)
    let blocks: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x2FF, 0x300...0x36F, 0x590...0x6FF, 0x2000...0x206F, 0xFE00...0xFEFF, 0...0x10FFFF,
    ]
    for _ in 0..<60 {
      let block = blocks.randomElement(using: &random) ?? 0...0x7F
      let scalars = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: block, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let request = words(text, size: Double.random(in: 1...200, using: &random)) {
        if Bool.random(using: &random) { $0.maxWidth = Double.random(in: 1...500, using: &random) }
        if Bool.random(using: &random) { $0.letterSpacing = Double.random(in: -50...50, using: &random) }
        if Bool.random(using: &random) { $0.maxLines = Int.random(in: 1...5, using: &random) }
      }
      guard let block = try? library.layOut(request) else { continue }
      #expect(block.lines.allSatisfy { $0.width <= (request.maxWidth ?? 1e9) + 0.01 })
      #expect(block.lines.flatMap(\.runs).flatMap(\.glyphs).allSatisfy { $0.id != 0 })
    }
  }

  @Test("of endless text is answered soon")
  func endless() throws {
    let library = try Bundle.library()
    let text = String(repeating: "na ", count: 1600)
    let block = try library.layOut(words(text) { $0.maxWidth = 1000 })
    #expect(block.lines.count > 100)
    #expect(library.problem(words(text + text)) != nil)
    #expect(library.problem(words("a", in: text))?.message.count ?? 1000 < 100)
  }
}

/// Random numbers that are the same in every run.
struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

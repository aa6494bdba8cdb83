import FrameGraph
import Media
import Primitives
import Testing

@testable import Production

@Suite("The work on a film")
struct WorkTests {
  @Test("is taken in the film's order, the last segments longest first")
  func usualOrder() {
    let numbers = SegmentOrder.usual.numbers([5, 9, 3, 4, 4, 8, 1], workers: 2)
    #expect(numbers == [0, 1, 2, 5, 3, 4, 6])
  }

  @Test("is taken backwards, in blocks that fit in memory")
  func reversed() {
    let numbers = SegmentOrder.reversed.numbers(Array(repeating: 1, count: 70), workers: 2)
    #expect(numbers.prefix(2) == [63, 62] && numbers.suffix(6) == [69, 68, 67, 66, 65, 64])
  }

  @Test("covers every segment whatever the order", arguments: 0..<9)
  func complete(count: Int) {
    for order in [SegmentOrder.usual, .reversed] {
      for workers in [1, 2, 7] {
        let numbers = order.numbers((0..<count).map { $0 * 7 % 5 }, workers: workers)
        #expect(numbers.sorted() == Array(0..<count))
      }
    }
  }

  private func budget(_ limit: Int?, workers: Int = 8) throws -> MemoryBudget {
    let studio = try Stage(SmallFilm()).studio
    let settings = EncoderSettings(
      preset: "veryfast", crf: 20, size: PixelSize(width: 1920, height: 1080), rate: 30)
    return try MemoryBudget(studio.graph, settings, workers: workers, limit: limit)
  }

  @Test("uses fewer workers, and then fewer pictures at hand, where memory is short")
  func budgets() throws {
    #expect(try budget(nil).workers == 8)
    let roomy = try budget(8_000_000_000)
    #expect(roomy.workers == 8 && roomy.pictureBytes == 1 << 30)
    let (less, least) = (try budget(1_000_000_000), try budget(480_000_000))
    #expect((2..<8).contains(less.workers) && least.workers == 1)
    #expect(least.pictureBytes < 200_000_000)
    #expect(try budget(nil).layerBytes > 0 && least.layerBytes == 0)
  }

  @Test("doesn't begin where there is too little memory for one worker")
  func tooLittle() {
    let problem = #expect(throws: Problem.self) { try budget(100_000_000) }
    #expect(problem?.kind == .usage)
    #expect(problem?.message.contains("this film needs at least ") == true)
  }
}

import Testing

@testable import LibrettoCLI

@Suite("The progress line")
struct ProgressLineTests {
  @Test("is never as wide as the terminal", arguments: [0, 1, 20, 31, 36, 40, 80, 200])
  func fits(width: Int) {
    for done in [0, 0.5, 1] {
      let line = ProgressLine.line("127/1800  614.8 fps  0:03 left", done: done, width: width)
      #expect(line.count < max(1, width))
    }
  }
}

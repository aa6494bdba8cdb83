import Testing

@testable import Hearing

@Suite("Accents")
struct AccentTests {
  /// Nothing but a beginning each half second, and a softer one between.
  private let flux: [Int32] = (0..<1000).map { $0 % 50 == 10 ? 900 : $0 % 50 == 35 ? 60 : 0 }

  @Test(
    "speak for a beat where most begins, less for one where less does, and against one where nothing does")
  func heeded() {
    let odds = [Int16](repeating: 100, count: flux.count)
    let heeded = Accents.heeded(by: odds, in: flux)
    for beat in stride(from: 10, to: 1000, by: 50) {
      #expect(heeded[beat] > 400 && heeded[beat] == heeded[beat + 2])
      #expect((101..<heeded[beat]).contains(heeded[beat + 25]))
      #expect(heeded[beat + 12] < 100)
    }
  }

  @Test("win over a network that hardly prefers the middles between them, and not over one that is sure")
  func phase() {
    func places(preferring odds: Int16) -> [Double] {
      let odds = (0..<1000).map { $0 % 50 == 35 ? odds : $0 % 50 == 10 ? 0 : Int16(-800) }
      var activations = Activations(
        beat: odds, downbeat: [Int16](repeating: -500, count: 1000),
        onset: [Int16](repeating: 0, count: 1000))
      let heard = activations
      activations.beat = Accents.heeded(by: odds, in: flux)
      let finder = RhythmFinder(
        heard: heard, activations: activations, facts: .none, sounding: 0..<1000,
        onsets: Array(stride(from: 10, to: 1000, by: 25)))
      return finder.rhythm().beats.map { ($0 * 100).truncatingRemainder(dividingBy: 50) }
    }
    #expect(places(preferring: 150).allSatisfy { abs($0 - 10) < 2 })
    #expect(places(preferring: 1000).allSatisfy { abs($0 - 35) < 2 })
  }

  @Test("leave alone what has none, and never run over")
  func bounds() {
    #expect(Accents.heeded(by: [], in: []).isEmpty && Accents.heeded(by: [], in: flux).isEmpty)
    #expect(Accents.heeded(by: [5, 5, 5], in: []) == [5, 5, 5])
    #expect(Accents.heeded(by: [7, 7, 7], in: [40, 40, 40]) == [7, 7, 7])
    let loud = Accents.heeded(by: [.max, .min], in: [0, .max])
    #expect(loud.allSatisfy { abs(Int($0)) <= 32_000 })
  }
}

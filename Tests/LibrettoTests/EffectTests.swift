import Libretto
import Rehearsal
import Testing

@Suite("Effects on stage")
struct EffectTests {
  @Test("whose table is missing are an error at the line that asked, whoever wears them")
  func missing() {
    let line = #line + 1
    let film = Sketch { Group { Solid(.ink) }.graded(.lut("night.3dl", strength: 0.8), .contrast(1.2)) }
    let (timeline, log) = film.lowered()
    #expect(timeline == nil)
    #expect(log.diagnostics.map(\.brief) == ["error: there is no table night.3dl"])
    #expect(log.diagnostics.first?.site == Site(file: #filePath, line: line))
  }

  @Test("are kept in order, on any element")
  func order() throws {
    let film = Sketch {
      Series { Solid(.ink).blurred(3).graded(.lut("a.cube")) }.graded(.saturation(0)).grained()
    }
    let clip = try #require(film.lowered().timeline?.clips.first)
    #expect(clip.look.effects.count == 2)
    #expect(clip.content.children.first?.look.effects.map { $0.table != nil } == [false, true])
  }

  @Test("take literals, numbers, animations and functions of seconds alike")
  func spellings() throws {
    let amount = 0.5
    let film = Sketch {
      Solid(.ink).blurred(amount).blurred(.percent(2)).blurred { 3 * $0 }.blurred(amount, along: amount)
        .zoomBlurred(amount).zoomBlurred { $0 }.glowing(amount).vignetted(amount, color: .red).grained(
          amount
        )
        .lightLeaking(amount, seed: "kitchen").scanLined(amount).pixelated(amount).fringed(amount)
        .graded(
          .brightness(amount), .exposure(.spring(from: 0, to: 1)), .contrast(.computed { $0 }),
          .hue(amount),
          .balance(lift: amount), .balance(gain: .rgb(1, .ramp(from: 1, to: 2, over: 1), 1)),
          .balance(gamma: 1.1),
          .duotone(.ink, .gold, strength: amount), .lut("a.cube", strength: amount))
    }
    #expect(try #require(film.lowered().timeline).clips[0].look.effects.count == 22)
  }
}

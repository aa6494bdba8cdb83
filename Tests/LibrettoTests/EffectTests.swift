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
    #expect(
      clip.look.effects.names == [
        "colors × 0.213 0.715 0.072 0 0.213 0.715 0.072 0 0.213 0.715 0.072 0",
        "film grain 0.3 size 0.17 seed 32cd135b168a0acc",
      ])
    #expect(clip.content.children.first?.look.effects.names == ["blur 3", "table e74fd086 1"])
  }

  @Test("take literals, numbers, animations and functions of seconds alike")
  func spellings() throws {
    let amount = 0.5
    let film = Sketch {
      Solid(.ink).blurred(amount).blurred(.percent(2)).blurred { 3 * $0 + 1 }.blurred(amount, along: amount)
        .zoomBlurred(amount).zoomBlurred { $0 + 1 }.blooming(amount, radius: amount).blooming { $0 + 1 }
        .vignetted(amount, color: .red).vignetted { _ in 0.5 }.grained(amount, size: amount)
        .lightLeaking(amount, seed: "kitchen").scanLined(amount, every: amount).pixelated(amount)
        .fringed(amount, along: amount).shadowed(x: amount, y: .vmin(1), blur: amount)
        .graded(
          .brightness(amount), .exposure(.spring(from: 1, to: 2)), .contrast(.computed { $0 + 2 }),
          .hue(amount), .balance(lift: amount), .balance(gain: .rgb(1, .ramp(from: 1, to: 2, over: 1), 1)),
          .balance(gamma: 1.1), .duotone(.ink, .gold, strength: amount), .lut("a.cube", strength: amount),
          .gradientMap(.ink, .gold, .white, strength: amount))
    }
    let effects = try #require(film.lowered().timeline).clips[0].look.effects
    let said = [
      "blur 0.5", "blur 4", "blur 1", "blur along 0.5,0.004", "zoom blur 0.5 at 100,50",
      "zoom blur 1 at 100,50", "glow 0.5 radius 0.5 above 0.55", "glow 1 radius 1.6 above 0.55",
      "vignette 0.5 #e5383b [141.421 0 0 70.711 100", "vignette 0.5 #000000 [141.421 0 0 70.711 100",
      "film grain 0.5 size 0.5 seed 32cd135b168a0ac", "light leak 0.5, #5d411a [38.497 22.325 -24.4",
      "scan lines 0.5 every 0.5 from 0", "mosaic 0.5 from 100,50", "split 0.5,0.004",
      "shadow #00000080 0.25 +0.5,1", "colors × 1 0 0 0.5 0 1 0 0.5 0 0 1 0.5",
      "colors × 1.37 0 0 0 0 1.37 0 0 0 0 1.37 0", "colors × 2 0 0 -0.5 0 2 0 -0.5 0 0 2 -0.5",
      "colors × 0.998 -0.006 0.008 0 0.001 1.001 -0", "curves lift 0.5 gamma 1 gain 1",
      "curves lift 0 gamma 1 gain 1", "curves lift 0 gamma 1.1 gain 1",
      "colors × 0.602 0.342 0.035 0.022 0.077 0.758", "table e74fd086 0.5",
      "gradient \(Color.ink) \(Color.gold) #ffffff 0.5",
    ]
    #expect(effects.names.map { String($0.prefix(44)) } == said)
  }

  @Test("leave nothing to resolve once they are lowered")
  func nothingIsLeft() throws {
    let number = Animated<Double>.ramp(from: 0, to: 1, over: 1)
    let film = Sketch {
      Solid(.ink).blurred(.ramp(from: 0, to: 1, over: 1)).blurred(2, along: .ramp(from: 0, to: 90, over: 1))
        .zoomBlurred(number).blooming(number, radius: .ramp(from: 0, to: 1, over: 1), above: number)
        .vignetted(number).lightLeaking(number).grained(number, size: .ramp(from: 0, to: 1, over: 1))
        .scanLined(number, every: .ramp(from: 0, to: 1, over: 1)).pixelated(.ramp(from: 0, to: 1, over: 1))
        .fringed(.ramp(from: 0, to: 1, over: 1)).fringed(2, along: .ramp(from: 0, to: 1, over: 1))
        .shadowed(
          x: .ramp(from: 0, to: 1, over: 1), y: .ramp(from: 0, to: 1, over: 1),
          blur: .ramp(from: 0, to: 1, over: 1)
        )
        .graded(
          .brightness(number), .exposure(number), .contrast(number), .saturation(number),
          .temperature(number), .tint(number), .hue(number), .duotone(.ink, .gold, strength: number),
          .balance(lift: number, gamma: number, gain: number), .lut("a.cube", strength: number),
          .gradientMap(.ink, .gold, strength: number))
    }
    for effect in try #require(film.lowered().timeline).clips[0].look.effects {
      let left = Mirror(reflecting: effect).unresolvedFields
      #expect(left == [], "\(type(of: effect)) doesn't resolve all of its fields")
    }
  }
}

extension Mirror {
  /// The names of animated values in it that aren't resolved.
  fileprivate var unresolvedFields: [String] {
    children.flatMap { child -> [String] in
      let name = child.label ?? "?"
      switch child.value {
      case let number as Animated<Double>: return number.isResolved ? [] : [name]
      case let measure as Animated<Measure>: return measure.isResolved ? [] : [name]
      case let angle as Animated<Angle>: return angle.isResolved ? [] : [name]
      default: return Mirror(reflecting: child.value).unresolvedFields
      }
    }
  }
}

extension Animated {
  fileprivate var isResolved: Bool { if case .resolved = source { true } else { false } }
}

extension [any Effect] {
  /// What each does at first to a box of 200×100 pixels, in a few words.
  fileprivate var names: [String] {
    map {
      $0.filter(
        at: EffectInstant(
          time: .zero, frame: 0, box: Size(width: 200, height: 100), toScreen: .identity)
      ).name
    }
  }
}

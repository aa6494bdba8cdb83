import Foundation
import FrameGraph
import Libretto
import Raster
import Rehearsal
import Testing
import Timeline

@Suite("A filter")
struct FilterTests {
  /// A white square in the middle of a black screen of 160×90.
  private func square(_ look: @escaping @Sendable (Rectangle) -> Rectangle) throws -> Bitmap {
    try Sketch(.stamp) { look(Rectangle().fill(.white).frame(width: 40, height: 40)) }.still()
  }

  @Test("spreads what it blurs, evenly to all sides, and leaves the far ones alone")
  func blurs() throws {
    let soft = try square { $0.blurred(6) }
    #expect(soft[80, 45].channel(0) > 200)
    #expect((100...155).contains(soft[60, 45].channel(0)), "half as bright at its edge")
    #expect(soft[54, 45].channel(0) > 20)
    #expect(soft[20, 45] == 0xFF00_0000)
    let mirrored = (0..<160).allSatisfy { soft[$0, 45].distance(to: soft[159 - $0, 45]) <= 1 }
    #expect(mirrored)
  }

  @Test("takes what reaches to the screen's edge to go on beyond it")
  func goesOn() throws {
    let still = try Sketch(.stamp) { Solid(.hex(0x336699)).blurred(20) }.still()
    #expect(still.count(differingFrom: 0xFF33_6699) == 0)
  }

  @Test("sees an element that was cut first")
  func comesAfterTheCut() throws {
    let soft = try square { $0.clipped(to: .rectangle(cornerRadius: 20)).blurred(3) }
    #expect(soft[62, 27].channel(0) < 40)
  }

  @Test("of nothing, of no number and of less is none", arguments: [0, -3, Double.nan])
  func isNone(radius: Double) throws {
    let sharp = try square { $0 }
    let filtered = try square { $0.blurred(radius) }
    #expect(filtered.distance(to: sharp) == 0)
  }

  @Test("lets what is outside of the screen blur and glow in")
  func reachesIn() throws {
    let beside = Rectangle().fill(.white).frame(width: 40, height: 60).placed(x: 182, y: 45)
    let soft = try Sketch(.stamp) { beside.blurred(8) }.still()
    #expect(soft[159, 45].channel(0) > 40)
    #expect(soft[120, 45].channel(0) == 0)
    let lit = try Sketch(.stamp) { beside.blooming(2, radius: 6, above: 0.2) }.still()
    #expect(lit[159, 45].channel(0) > 40)
    #expect(try Sketch(.stamp) { beside }.still()[159, 45].channel(0) == 0)
  }

  @Test("of pictures that reach just beyond the screen darkens no edge")
  func keepsEdges() throws {
    let still = try Sketch(.stamp) { Solid(.white).frame(width: 170, height: 93).blurred(12) }.still()
    #expect(still.count(differingFrom: 0xFFFF_FFFF) == 0)
  }

  typealias Effect = @Sendable (Image) -> Image

  /// Effects of no strength, or of none that is a number.
  static let nothings: [Effect] = [
    { $0.blurred(Double.nan) }, { $0.blurred(0, along: 30) }, { $0.blurred(Double.nan, along: Double.nan) },
    { $0.zoomBlurred(-1) },
    { $0.blooming(0) }, { $0.blooming(Double.nan) }, { $0.blooming(above: Double.nan) },
    { $0.vignetted(Double.nan) },
    { $0.vignetted(-2) },
    { $0.lightLeaking(0) }, { $0.grained(Double.nan) }, { $0.scanLined(0) }, { $0.pixelated(1) },
    { $0.pixelated(Double.nan) },
    { $0.fringed(Double.nan) }, { $0.fringed(0, along: 10) },
    {
      $0.graded(
        .brightness(Double.nan), .exposure(0), .contrast(1), .saturation(Double.nan), .temperature(0),
        .tint(Double.nan))
    },
    {
      $0.graded(
        .hue(0), .hue(Double.nan), .duotone(.red, .blue, strength: 0),
        .lut("negative", strength: Double.nan))
    },
    {
      $0.graded(
        .balance(lift: Double.nan, gamma: Double.nan, gain: Double.nan), .curve(), .curve((Double.nan, 1)),
        .curves(red: []))
    },
    { $0.graded(.lut("negative", strength: 0)) },
    { $0.graded(.gradientMap(.red, .blue, strength: 0), .gradientMap()) },
  ]

  @Test("of no strength is none at all", arguments: nothings.indices)
  func costsNothing(index: Int) throws {
    let graph = try Sketch(.stamp) { Self.nothings[index](Image("hills")) }.graph()
    #expect(graph.drawing(at: .zero) == (try Sketch(.stamp) { Image("hills") }.graph()).drawing(at: .zero))
  }

  /// Everything at its most, and beyond.
  static let extremes: [Effect] = [
    { $0.blurred(1e12) }, { $0.blurred(1e12, along: 1e12) }, { $0.zoomBlurred(Double.infinity) },
    { $0.blooming(1e9, radius: 1e9, above: -5) }, { $0.vignetted(9) }, { $0.lightLeaking(1e9) },
    { $0.grained(1e9, size: 1e9) }, { $0.grained(1, size: 0) }, { $0.scanLined(9, every: 0) },
    { $0.scanLined(1, every: 1e9) }, { $0.pixelated(1e9) }, { $0.fringed(1e9) },
    { $0.fringed(1e9, along: 1e9) },
    {
      $0.graded(.brightness(9), .exposure(99), .contrast(1e9), .saturation(-4), .temperature(9), .tint(-9))
    },
    { $0.graded(.hue(1e30), .balance(lift: 9, gamma: 0, gain: 1e9), .curve((0, 9), (0, -9), (5, 5))) },
    { $0.frame(width: 1, height: 1).blurred(3).pixelated(2).fringed(3).zoomBlurred(0.5).blooming() },
    { $0.frame(width: 1, height: 200).blurred(30, along: 5).fringed(3).zoomBlurred(0.5, toward: .topLeft) },
    { $0.scale(1e-9).blurred(5) }, { $0.rotation(33).pixelated(7).vignetted().lightLeaking().scanLined() },
  ]

  @Test("out of all bounds paints something and ends", arguments: extremes.indices)
  func survives(index: Int) throws {
    let still = try Sketch(.stamp) { Self.extremes[index](Image("hills")) }.still(at: 1)
    #expect(still.pixels.allSatisfy { $0 >> 24 == 255 })
  }

  /// Each effect by itself, as mild as one would have it.
  static let usual: [Effect] = [
    { $0.blurred(2) }, { $0.blurred(9) }, { $0.blurred(20, along: 30) }, { $0.zoomBlurred(0.1) },
    { $0.blooming() },
    { $0.vignetted() }, { $0.lightLeaking() }, { $0.scanLined(0.4, every: 16) },
    { $0.pixelated(16) }, { $0.fringed(6) }, { $0.fringed(6, along: 0) }, { $0.graded(.lut("negative")) },
  ]

  @Test("looks the same at half the size", arguments: usual.indices)
  func scales(index: Int) throws {
    let film = Sketch(.size(640, 360).lasting(2)) { Self.usual[index](Image("hills")) }
    let large = try film.still(at: 1)
    let small = try film.still(at: 1, size: PixelSize(width: 320, height: 180))
    var sum = 0
    for y in 0..<180 {
      for x in 0..<320 {
        for channel in 0..<3 {
          let four = [(0, 0), (1, 0), (0, 1), (1, 1)].reduce(0) {
            $0 + large[2 * x + $1.0, 2 * y + $1.1].channel(channel)
          }
          sum += abs(four / 4 - small[x, y].channel(channel))
        }
      }
    }
    let mean = Double(sum) / Double(320 * 180 * 3)
    #expect(mean < 2.5, "on average \(mean) of 255 apart")
  }

  @Test("of colors leaves grays as they are, and a table that says nothing leaves all")
  func keepsColors() throws {
    let plain = try Sketch(.stamp) { Image("noise") }.still()
    #expect(try Sketch(.stamp) { Image("noise").graded(.lut("identity")) }.still().distance(to: plain) == 0)
    let gray = Color.gray(0.4)
    let graded = try Sketch(.stamp) { Solid(gray).graded(.saturation(3), .hue(77)) }.still()
    #expect(graded.distance(to: try Sketch(.stamp) { Solid(gray) }.still()) <= 1)
  }

  @Test("of a gradient map gives the first color for black and the last for white, so much of the way")
  func mapsBrightness() throws {
    let colors = [Color.midnight, .hotPink, .gold]
    func pixel(_ solid: Solid) throws -> UInt32 { try Sketch(.stamp) { solid }.still()[80, 45] }
    for (level, color) in zip([0, 0.5, 1], colors) {
      let plain = Solid(.gray(level))
      let (before, after) = (try pixel(plain), try pixel(Solid(color)))
      let mapped = try pixel(plain.graded(.gradientMap(colors[0], colors[1], colors[2])))
      #expect(mapped.distance(to: after) <= 2)
      let half = try pixel(plain.graded(.gradientMap(colors[0], colors[1], colors[2], strength: 0.5)))
      let isBetween = (0..<3).allSatisfy {
        abs(half.channel($0) * 2 - before.channel($0) - after.channel($0)) <= 4
      }
      #expect(isBetween, "\(level)")
    }
    let (green, gray) = (Color.hex(0x00FF00), Color.gray(0.7152))
    let map = Grade.gradientMap(.black, .orange)
    #expect(try pixel(Solid(green).graded(map)).distance(to: pixel(Solid(gray).graded(map))) <= 1)
  }

  @Test("of a table turns colors over, with its transparent parts left alone")
  func turnsOver() throws {
    let still = try Sketch(.stamp) { Image("holes").graded(.lut("negative")) }.still()
    let plain = try Sketch(.stamp) { Image("holes") }.still()
    let twice = try Sketch(.stamp) { Image("holes").graded(.lut("negative"), .lut("negative")) }.still()
    #expect(still.distance(to: plain) > 50)
    #expect(twice.distance(to: plain) <= 2)
  }

  @Test("of grain is another in every frame, and the same each time")
  func grains() throws {
    let film = Sketch(.stamp) { Solid(.gray(0.4)).grained(1, size: 2, seed: "words") }
    #expect(try film.still(at: 0.5).pixels == film.still(at: 0.5).pixels)
    #expect(try film.still(at: 0.5).distance(to: film.still(at: 0.6)) > 10)
    let other = Sketch(.stamp) { Solid(.gray(0.4)).grained(1, size: 2, seed: "others") }
    #expect(try film.still().distance(to: other.still()) > 10)
  }

  @Test("of film's grain has not changed")
  func filmGrainMatches() throws {
    let film = Sketch(.size(72, 40).lasting(1)) {
      Rectangle().fill(.gradient(.black, .white, from: .left, to: .right)).grained(0.8, size: 3)
    }
    try expectGolden(try film.still(), "film-grain")
  }

  @Test("of film's grain is most in the middle tones, and slightly colored")
  func filmGrain() throws {
    func noise(_ level: Double) throws -> (all: Double, apart: Double) {
      let still = try Sketch(.stamp) { Solid(.gray(level)).grained(1, size: 3) }.still()
      func deviation(_ value: (UInt32) -> Double) -> Double {
        let values = still.pixels.map(value)
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
      }
      return (
        deviation { Double($0.channel(1)) }, deviation { Double($0.channel(0)) - Double($0.channel(2)) }
      )
    }
    let (dark, middle, light) = (try noise(0.06), try noise(0.5), try noise(0.94))
    #expect(middle.all > 1.8 * dark.all && middle.all > 1.8 * light.all)
    #expect(middle.apart > 0.2 * middle.all && middle.apart < 0.8 * middle.all)
    let black = try noise(0)
    #expect(black.all < 0.25 * middle.all)
  }

  @Test("of grain is as strong at half the size", arguments: [2.0, 4, 8])
  func grainsAlike(size: Double) throws {
    func strength(_ still: Bitmap) -> Double {
      let levels = still.pixels.map { Double($0 & 255) }
      let mean = levels.reduce(0, +) / Double(levels.count)
      return (levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levels.count)).squareRoot()
    }
    let film = Sketch(.size(640, 360).lasting(2)) { Solid(.gray(0.4)).grained(1, size: .pixels(size)) }
    let (large, small) = (try film.still(), try film.still(size: PixelSize(width: 320, height: 180)))
    let half = Bitmap.drawn(width: 320, height: 180) { x, y in
      let sum = [(0, 0), (1, 0), (0, 1), (1, 1)].reduce(0) {
        $0 + large[2 * x + $1.0, 2 * y + $1.1].channel(0)
      }
      return .opaque(red: sum / 4, green: sum / 4, blue: sum / 4)
    }
    let ratio = strength(small) / strength(half)
    #expect((0.75...1.33).contains(ratio), "\(ratio) times as strong")
  }

  @Test("grades that are sums of colors become one")
  func joins() throws {
    let graph = try Sketch(.stamp) {
      Image("hills").graded(.contrast(1.2), .saturation(0.5), .brightness(0.1))
    }
    .graph()
    let sum = ColorMatrix.scaled(red: 1.2, green: 1.2, blue: 1.2, plus: 0.5 * (1 - 1.2)).then(
      .saturation(0.5)
    )
    .then(.scaled(red: 1, green: 1, blue: 1, plus: 0.1))
    guard case .group(let group) = graph.drawing(at: .zero).marks.first else {
      Issue.record("the picture isn't filtered")
      return
    }
    #expect(group.filters == [.grade(.matrix(sum))])
  }
}

@Suite("A soft gradient")
struct GradientTests {
  @Test("shows no bands: close by its mean is right, and no two neighbours are more than a shade apart")
  func isSmooth() throws {
    let film = Sketch(.stamp) {
      Rectangle().fill(.gradient(.gray(0.1), .gray(0.16), from: .left, to: .right))
    }
    let still = try film.still()
    for x in stride(from: 8, to: 152, by: 16) {
      let sum = (x - 8..<x + 8).reduce(0) { sum, x in
        sum + (0..<90).reduce(0) { $0 + still[x, $1].channel(0) }
      }
      let mean = Double(sum) / (16 * 90)
      #expect(abs(mean - 255 * (0.1 + 0.06 * Double(x) / 160)) < 0.1)
    }
    #expect(Set(still.pixels.map { $0 & 255 }).count <= 18)
  }

  @Test("stays smooth while it fades, and is the same from frame to frame where nothing moves")
  func fades() throws {
    let film = Sketch(.stamp) { Image("hills").opacity(0.1) }
    #expect(try film.still(at: 0).pixels == film.still(at: 1).pixels)
    let still = try Sketch(.stamp) { Solid(.gray(0.5)).opacity(0.11) }.still()
    let mean = Double(still.pixels.reduce(0) { $0 + $1.channel(0) }) / Double(still.pixels.count)
    #expect(abs(mean - 0.5 * 0.11 * 255) < 0.12)
  }
}

import FrameGraph
import Libretto
import Rehearsal
import Testing

@testable import Raster

@Suite("A green screen")
struct KeyTests {
  /// A head with hair as fine as half a pixel, and how much of each pixel it covers.
  static let cover: @Sendable (Int, Int) -> Double = { x, y in
    let (dx, dy) = (Double(x) - 80, Double(y) - 70)
    let distance = (dx * dx + dy * dy).squareRoot()
    let head = max(0, min(1, 36 - distance))
    // Strands, each a line of its own away from the head.
    let turn = Noise(seed: 3).value(Int((dx / max(distance, 1) + 1) * 40))
    let strand = 0.85 * max(0, 1 - (distance - 30) / (22 + 14 * turn)) * (turn > 0.35 ? 1 : 0.3)
    return max(head, distance > 30 ? min(1, strand) : 0)
  }

  static let hair = (red: 58.0, green: 40.0, blue: 34.0)
  static let screen = (red: 52.0, green: 168.0, blue: 70.0)

  static let picture = Bitmap.drawn(width: 160, height: 120) { x, y in
    let share = cover(x, y)
    // The screen is unevenly lit, and noisy.
    let light = 1 - 0.12 * Double(x) / 160 + 0.02 * Noise(seed: UInt64(x * 200 + y)).value(0)
    func mixed(_ hair: Double, _ screen: Double) -> Int {
      Int((hair * share + screen * light * (1 - share)).rounded())
    }
    return .opaque(
      red: mixed(hair.red, screen.red), green: mixed(hair.green, screen.green),
      blue: mixed(hair.blue, screen.blue))
  }

  private static func keyed(over color: Color) throws -> Bitmap {
    try Sketch(Canvas.size(160, 120).lasting(1).background(color)) {
      Image("green screen").keyed(out: .green)
    }
    .still()
  }

  @Test("has not changed")
  func matches() throws {
    let film = Sketch(Canvas.size(160, 120).lasting(1)) {
      Solid(.gold)
      Image("green screen").keyed(out: .green)
    }
    try expectGolden(try film.still(), "keyed")
  }

  @Test(
    "is gone, and leaves hair as much of itself as it covers",
    arguments: [Color.white, .gold, .black, .hotPink])
  func hairStays(color: Color) throws {
    let still = try Self.keyed(over: color)
    let under = [color.blue, color.green, color.red].map { $0 * 255 }
    let above = [Self.hair.blue, Self.hair.green, Self.hair.red]
    var (sum, worst) = (0.0, 0.0)
    for y in 0..<120 {
      for x in 0..<160 {
        let share = Self.cover(x, y)
        for channel in 0..<3 {
          let ideal = above[channel] * share + under[channel] * (1 - share)
          let off = abs(Double(still[x, y].channel(channel)) - ideal)
          sum += off
          worst = max(worst, off)
        }
      }
    }
    let mean = sum / (160 * 120 * 3)
    // Reddish hair looks a bit more opaque than it is before a green screen.
    #expect(mean < 8, "a mean of \(mean)")
    // Edges are as soft as the pixels of color in films, which are twice as large.
    #expect(worst < 120, "at worst \(worst)")
  }

  @Test("leaves nothing of the edge of a picture that is all screen")
  func edges() throws {
    let film = Sketch(Canvas.size(160, 120).lasting(1).background(.gold)) {
      Rectangle().fill(.hex(0x34A846)).frame(width: 80.5, height: 60.5).offset(x: 0.3, y: 0.3).keyed(
        out: .green)
    }
    let bare = Sketch(Canvas.size(160, 120).lasting(1).background(.gold)) { Solid(.gold) }
    #expect(try film.still().distance(to: bare.still()) <= 2)
  }

  @Test("leaves no green in hair, however fine")
  func noFringe() throws {
    let still = try Self.keyed(over: .white)
    let greens = still.pixels.map { $0.channel(1) - max($0.channel(0), $0.channel(2)) }
    #expect(try #require(greens.max()) <= 3)
  }

  @Test("leaves no light of its own on what stays")
  func spill() throws {
    func color(_ spill: Double) throws -> UInt32 {
      try Sketch(Canvas.size(160, 120).lasting(1).background(.black)) {
        Group {
          Solid(.hex(0x34A846))
          // A face in the screen's light.
          Solid(.hex(0xB0A878)).frame(width: 50, height: 50)
        }.keyed(out: .green, spill: spill)
      }.still()[80, 60]
    }
    let (lit, clean) = (try color(0), try color(1))
    func green(_ pixel: UInt32) -> Int { pixel.channel(1) - max(pixel.channel(0), pixel.channel(2)) }
    #expect(green(clean) <= green(lit))
    #expect(clean.channel(2) >= 0xA8)
  }

  @Test("that is gray can't be told from what stays: nothing is done")
  func gray() throws {
    let plain = try Sketch(.stamp) { Image("noise") }.still()
    #expect(try Sketch(.stamp) { Image("noise").keyed(out: .white) }.still().pixels == plain.pixels)
  }
}

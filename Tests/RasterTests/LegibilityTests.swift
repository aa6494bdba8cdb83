import Foundation
import Libretto
import Rehearsal
import Testing

/// Whether words that are sung are read on whatever lies behind them.
@Suite("Captions can be read")
struct LegibilityTests {
  private static let sheet = LyricSheet(text: "[00:00.50]<00:00.50>Hold <00:01.00>on<00:02.00>")

  static let styles: [(name: String, @Sendable (Captions) -> Captions)] = [
    ("line", { $0.style(.line()) }), ("karaoke", { $0.style(.karaoke()) }),
    ("highlight", { $0.style(.highlight()) }), ("wordByWord", { $0.style(.wordByWord) }),
    ("oneWord", { $0.style(.oneWord) }), ("rise", { $0.style(.rise()) }), ("stack", { $0.style(.stack()) }),
    ("typewriter", { $0.style(.typewriter()) }), ("teleprompter", { $0.style(.teleprompter()) }),
    ("subtitle", { $0.style(.subtitle()) }), ("scramble", { $0.style(.scramble()) }),
    ("neon", { $0.style(.neon()) }), ("handwriting", { $0.style(.handwriting()) }),
    ("kinetic", { $0.style(.kinetic()) }), ("tikTok", { $0.look(.tikTok) }), ("reels", { $0.look(.reels) }),
    ("shorts", { $0.look(.shorts) }), ("appleMusic", { $0.look(.appleMusic) }),
    ("spotify", { $0.look(.spotify) }), ("karaokeBar", { $0.look(.karaokeBar) }),
    ("film", { $0.look(.film) }),
    ("block", { $0.look(.block) }),
  ]

  private static func still(
    _ dress: @escaping @Sendable (Captions) -> Captions, on layers: Layers
  ) throws -> Bitmap {
    try Sketch(.size(640, 360).lasting(3)) {
      layers
      dress(Captions(sheet))
    }.still(at: 1.9)
  }

  /// How many times as bright letters are as what is around them, or the other way round, in the mean.
  static func contrast(_ dress: @escaping @Sendable (Captions) -> Captions, on layers: Layers) throws
    -> Double
  {
    let shown = try still(dress, on: layers)
    // What is the same on black and on white is letters, or a box around them.
    let (black, white) = (
      try still(dress, on: [Solid(.black).layer]), try still(dress, on: [Solid(.white).layer])
    )
    let solid = black.pixels.indices.filter { black.pixels[$0].distance(to: white.pixels[$0]) <= 2 }
    let halves = [true, false].map { isBright in
      Set(solid.filter { (shown.pixels[$0].luminance > 0.3) == isBright })
    }
    return halves.map { shown.contrast(of: $0) }.max() ?? 1
  }

  @Test(
    "on every photograph at hand", .enabled(if: !Darkroom.sharedPhotographs.isEmpty),
    arguments: ["line", "karaoke", "highlight"], Darkroom.sharedPhotographs.keys.sorted())
  func onPhotographs(style: String, photograph: String) throws {
    let dress = try #require(Self.styles.first { $0.name == style }?.1)
    let contrast = try Self.contrast(dress, on: [Image(photograph).fit(.cover).layer])
    #expect(contrast >= 4.5)
  }

  @Test("in every style and look, on snow, leaves and night", arguments: styles.indices, Ground.allCases)
  func onHardGround(index: Int, ground: Ground) throws {
    let contrast = try Self.contrast(Self.styles[index].1, on: ground.layers)
    #expect(contrast >= 4.5, "\(Self.styles[index].name) on \(ground)")
  }
}

extension Bitmap {
  /// Of some of its pixels to what lies three pixels beside them, in the mean; 1 for a few pixels.
  fileprivate func contrast(of core: Set<Int>) -> Double {
    let ring = core.flatMap { index in [3, -3, 3 * size.width, -3 * size.width].map { index + $0 } }
      .filter { pixels.indices.contains($0) && !core.contains($0) }
    guard core.count > 100, !ring.isEmpty else { return 1 }
    func mean(_ places: some Collection<Int>) -> Double {
      places.reduce(0) { $0 + pixels[$1].luminance } / Double(places.count)
    }
    let (own, around) = (mean(core), mean(ring))
    return (max(own, around) + 0.05) / (min(own, around) + 0.05)
  }
}

extension UInt32 {
  /// As WCAG weighs colors.
  fileprivate var luminance: Double {
    func linear(_ index: Int) -> Double {
      let share = Double(channel(index)) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.0722 * linear(0) + 0.7152 * linear(1) + 0.2126 * linear(2)
  }
}

internal import CEngine
import Primitives
import Timeline

/// Where rows of the screen run through a plane of its own.
struct ScreenPlane {
  private let fromScreen: Matrix
  private let left: Double

  /// Nil where the plane is flat.
  init?(_ plane: Matrix, left: Int) {
    guard let inverse = plane.inverse else { return nil }
    fromScreen = inverse
    self.left = Double(left)
  }

  /// Through the middles of a row's pixels.
  func path(_ y: Int) -> LibrettoPath {
    let start = fromScreen.apply(Point(x: left + 0.5, y: Double(y) + 0.5))
    return LibrettoPath(
      u: Float(start.x), v: Float(start.y), du: Float(fromScreen.a), dv: Float(fromScreen.b))
  }
}

/// A color towards the rim.
struct VignettePoint: PointFilter {
  private let plane: ScreenPlane
  private let depth: Float
  private let color: [Float]

  init?(strength: Double, color: Color, plane: Matrix, left: Int) {
    guard let plane = ScreenPlane(plane, left: left) else { return nil }
    self.plane = plane
    let strength = min(0.999, strength * color.alpha)
    depth = Float(strength / (1 - strength))
    self.color = [Float(color.red), Float(color.green), Float(color.blue)]
  }

  func apply(to row: FilterRow, y: Int) {
    libretto_row_vignette(row.planes, Int32(row.width), plane.path(y), depth, color)
  }
}

/// Spots of light.
struct LeakPoint: PointFilter {
  private let spots: [(plane: ScreenPlane, light: [Float])]
  private let light: FilterLine

  init(strength: Double, _ spots: [Shining.Spot], left: Int, width: Int) {
    self.spots = spots.compactMap { spot in
      ScreenPlane(spot.plane, left: left).map {
        ($0, [spot.color.red, spot.color.green, spot.color.blue].map { Float($0 * $0 * strength) })
      }
    }
    light = FilterLine(3 * width)
  }

  func apply(to row: FilterRow, y: Int) {
    light.numbers.update(repeating: 0, count: 3 * row.width)
    for spot in spots { libretto_row_spot(light.numbers, Int32(row.width), spot.plane.path(y), spot.light) }
    libretto_row_leak(row.planes, Int32(row.width), light.numbers)
  }
}

/// Dark lines across.
struct ScanLinePoint: PointFilter {
  private let strength: Double
  private let period: Double
  private let origin: Double

  init(strength: Double, period: Double, from origin: Double) {
    // A row of pixels sees the mean of what it covers: fine lines become one shade.
    let half = Double.pi / max(period, 0.01)
    let seen = period < 1 ? 0 : ExactMath.sin(half) / half
    (self.period, self.origin) = (max(period, 0.01), origin)
    mean = strength / 2
    self.strength = mean * seen
  }

  private let mean: Double

  func apply(to row: FilterRow, y: Int) {
    let turns = (Double(y) + 0.5 - origin) / period
    let wave = ExactMath.cos(2 * .pi * (turns - turns.rounded(.down)))
    libretto_row_scale(row.planes, Int32(row.width), Float(1 - mean + strength * wave))
  }
}

/// The grain of film.
struct GrainPoint: PointFilter {
  private let tile: GrainTile
  private let amount: Float
  private let (first, top): (Int, Int)

  init(strength: Double, tile: GrainTile, seed: UInt64, left: Int) {
    self.tile = tile
    amount = Float(strength * 0.12) * tile.gain
    let place = Noise(seed: seed)
    first = left &+ Int(place.value(0) * Double(GrainTile.side))
    top = Int(place.value(1) * Double(GrainTile.side))
  }

  func apply(to row: FilterRow, y: Int) {
    let line = tile.noise + ((y &+ top) & (GrainTile.side - 1)) * GrainTile.side
    libretto_row_grain(
      row.planes, Int32(row.width), line, Int32(GrainTile.side), Int32(first & 0xFFFF), amount)
  }
}

/// The grain of color film.
struct FilmPoint: PointFilter {
  private let tile: GrainTile
  private let amount: Float
  private let width: Int
  /// Where the noise begins that all colors share, and that which they don't.
  private let places: [(first: Int, top: Int)]
  private let lines: [FilterLine]

  init(strength: Double, tile: GrainTile, seed: UInt64, left: Int, width: Int) {
    self.tile = tile
    self.width = width
    amount = Float(strength * 0.07) * tile.gain
    let place = Noise(seed: seed)
    func chance(_ number: Int) -> Int { Int(place.value(number) * Double(GrainTile.side)) }
    places = (0..<3).map { (left &+ chance(2 * $0), chance(2 * $0 + 1)) }
    lines = (0..<3).map { _ in FilterLine(width) }
  }

  func apply(to row: FilterRow, y: Int) {
    let side = GrainTile.side
    for (place, line) in zip(places, lines) {
      let noise = tile.noise + ((y &+ place.top) & (side - 1)) * side
      var (from, done) = (place.first & (side - 1), 0)
      while done < width {
        let count = min(side - from, width - done)
        (line.numbers + done).update(from: noise + from, count: count)
        (from, done) = (0, done + count)
      }
    }
    libretto_row_film(
      row.planes, Int32(row.width), lines[0].numbers, lines[1].numbers, lines[2].numbers, amount)
  }
}

import Primitives
import Timeline

extension Filter {
  /// How far beyond its edges a layer reaches once it was filtered.
  var reach: PixelSize {
    switch self {
    case .soften(.gaussian(let x, let y)): Softness(x, y).reach
    case .soften(.streak(let x, let y)): PixelSize(x.magnitude / 2, y.magnitude / 2)
    case .shine(.glow(_, let radius, _)):
      PixelSize(GlowFilter.reach(radius: radius), GlowFilter.reach(radius: radius))
    case .texture(.split(let x, let y)): PixelSize(x.magnitude, y.magnitude)
    case .texture(.mosaic(let size, _)): PixelSize(size, size)
    // What these move depends on where it is.
    case .soften(.zoom), .texture(.fringe): PixelSize(width: 0, height: 0)
    case .shine, .texture, .grade, .burn, .feather: PixelSize(width: 0, height: 0)
    case .warp(let warp): warp.reach
    case .shadow(let shadow): shadow.reach
    case .key: PixelSize(width: 0, height: 0)
    }
  }

  /// How many times its distance from a point something reaches, for filters that make things larger.
  var growth: (Point, Double)? {
    switch self {
    case .soften(.zoom(let point, let amount)): (point, ExactMath.exp(amount / 2))
    case .texture(.fringe(let point, let amount)): (point, 1 / (1 - amount))
    case .soften, .shine, .texture, .grade, .warp, .shadow, .burn, .feather, .key: nil
    }
  }

  /// What it does to a layer; nothing where it can't be told.
  func steps(on layer: LayerPixels, _ store: FilterStore) throws(Problem) -> [FilterChain.Step] {
    let area = layer.area
    // Middles of pixels, in pixels of the layer.
    func inLayer(_ point: Point) -> Point {
      Point(x: point.x - Double(area.left) - 0.5, y: point.y - Double(area.top) - 0.5)
    }
    switch self {
    case .soften(.gaussian(let x, let y)): return [.area(GaussianFilter(Softness(x, y)))]
    case .soften(.streak(let x, let y)):
      // Beyond this, next to nothing is left to see.
      let most = 4096 / max(4096, x.magnitude, y.magnitude)
      return [.area(StreakFilter(length: Point(x: x * most, y: y * most)))]
    case .soften(.zoom(let point, let amount)):
      return [.area(ZoomFilter(center: inLayer(point), amount: amount))]
    case .shine(.glow(let strength, let radius, let threshold)):
      return [.area(GlowFilter(strength: strength, radius: min(radius, 500), threshold: threshold))]
    case .shine(.vignette(let strength, let color, let plane)):
      let point = VignettePoint(strength: strength, color: color, plane: plane, left: area.left)
      return point.map { [.point($0)] } ?? []
    case .shine(.leak(let strength, let spots)):
      return [.point(LeakPoint(strength: strength, spots, left: area.left, width: area.size.width))]
    case .texture(.grain(let strength, let size, let seed)):
      let tile = store.grain(size: size)
      return [.point(GrainPoint(strength: strength, tile: tile, seed: seed, left: area.left))]
    case .texture(.film(let strength, let size, let seed)):
      let tile = store.grain(size: size, ofFilm: true)
      return [
        .point(
          FilmPoint(strength: strength, tile: tile, seed: seed, left: area.left, width: area.size.width))
      ]
    case .texture(.scanLines(let strength, let period, let origin)):
      return [.point(ScanLinePoint(strength: strength, period: period, from: origin))]
    case .texture(.mosaic(let size, let origin)):
      let corner = Point(x: origin.x - Double(area.left), y: origin.y - Double(area.top))
      return [.area(MosaicFilter(size: size, origin: corner))]
    case .texture(.split(let x, let y)): return [.area(SplitFilter(way: .apart(Point(x: x, y: y))))]
    case .texture(.fringe(let point, let amount)):
      return [.area(SplitFilter(way: .outward(inLayer(point), amount: amount)))]
    case .grade(.matrix(let matrix)): return [.point(MatrixPoint(matrix))]
    case .grade(.curves(let red, let green, let blue)): return [.point(CurvesPoint(red, green, blue))]
    case .grade(.table(let digest, let strength)):
      return [.point(TablePoint(table: try store.table(digest), strength: strength))]
    case .grade(.gradient(let colors, let strength)):
      func curve(_ channel: KeyPath<Color, Double>) -> ToneCurve {
        .spread(colors.map { $0[keyPath: channel] })
      }
      let curves = CurvesPoint(curve(\.red), curve(\.green), curve(\.blue))
      return [.point(WeakenedPoint(filters: [MatrixPoint(.saturation(0)), curves], strength: strength))]
    case .key(let keying): return [.area(KeyFilter(keying))]
    case .warp, .shadow, .burn, .feather: return []
    }
  }
}

extension PixelSize {
  /// Whole pixels around lengths, within reason.
  fileprivate init(_ width: Double, _ height: Double) {
    self.init(width: Int(min(4096, width).rounded(.up)), height: Int(min(4096, height).rounded(.up)))
  }
}

extension [Filter] {
  /// How far beyond its edges a layer reaches once it was filtered by all of them.
  var reach: PixelSize {
    reduce(PixelSize(width: 0, height: 0)) {
      PixelSize(width: $0.width + $1.reach.width, height: $0.height + $1.reach.height)
    }
  }
}

/// What red, green, blue and white are, as points of CIE 1931, and the way from them to XYZ.
struct Primaries: Equatable {
  var red: (x: Double, y: Double)
  var green: (x: Double, y: Double)
  var blue: (x: Double, y: Double)
  var white: (x: Double, y: Double)

  private static let d65 = (x: 0.3127, y: 0.3290)

  static let bt709 = Primaries(red: (0.64, 0.33), green: (0.30, 0.60), blue: (0.15, 0.06), white: d65)
  static let bt2020 = Primaries(
    red: (0.708, 0.292), green: (0.170, 0.797), blue: (0.131, 0.046), white: d65)
  static let displayP3 = Primaries(
    red: (0.680, 0.320), green: (0.265, 0.690), blue: (0.150, 0.060), white: d65)

  /// By their number in H.273, as AVIF, PNG and films give it; nil for those that films of standard
  /// range have, which are taken as they are.
  init?(h273 number: Int) {
    switch number {
    case 9: self = .bt2020
    case 12: self = .displayP3
    default: return nil
    }
  }

  init(
    red: (x: Double, y: Double), green: (x: Double, y: Double), blue: (x: Double, y: Double),
    white: (x: Double, y: Double)
  ) {
    (self.red, self.green, self.blue, self.white) = (red, green, blue, white)
  }

  static func == (one: Primaries, other: Primaries) -> Bool {
    one.red == other.red && one.green == other.green && one.blue == other.blue && one.white == other.white
  }

  /// Whether all are nearly the same.
  func isClose(to other: Primaries) -> Bool {
    [(red, other.red), (green, other.green), (blue, other.blue), (white, other.white)].allSatisfy {
      abs($0.x - $1.x) < 0.003 && abs($0.y - $1.y) < 0.003
    }
  }

  /// From light in these primaries to XYZ; nil if they span no triangle.
  var toXYZ: Matrix3? {
    func column(_ point: (x: Double, y: Double)) -> [Double]? {
      guard abs(point.y) > 1e-6 else { return nil }
      return [point.x / point.y, 1, (1 - point.x - point.y) / point.y]
    }
    guard let r = column(red), let g = column(green), let b = column(blue), let w = column(white) else {
      return nil
    }
    let columns = Matrix3([r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]])
    guard let scales = columns.inverse?.applied(to: w) else { return nil }
    return columns.scalingColumns(by: scales)
  }

  /// From light in these primaries to light in sRGB's; whites that differ are adapted by Bradford's rule.
  var toSRGB: Matrix3? {
    guard let from = toXYZ, let to = Primaries.bt709.toXYZ?.inverse else { return nil }
    guard let adaptation = Matrix3.adaptation(from: white, to: Primaries.bt709.white) else { return nil }
    return to * adaptation * from
  }
}

/// Three rows of three numbers.
struct Matrix3: Equatable, Sendable {
  let values: [Double]

  init(_ values: [Double]) {
    precondition(values.count == 9, "a matrix has nine numbers")
    self.values = values
  }

  static let identity = Matrix3([1, 0, 0, 0, 1, 0, 0, 0, 1])

  /// From XYZ under D50, as profiles count, to light in sRGB's primaries.
  static let sRGBFromD50: Matrix3 = {
    let d50 = (x: 0.345_702_914_918_790, y: 0.358_538_596_679_93)
    guard let adaptation = adaptation(from: d50, to: Primaries.bt709.white),
      let back = Primaries.bt709.toXYZ?.inverse
    else { return .identity }
    return back * adaptation
  }()

  static func * (left: Matrix3, right: Matrix3) -> Matrix3 {
    var product: [Double] = []
    for row in 0..<3 {
      for column in 0..<3 {
        var sum = 0.0
        for k in 0..<3 { sum += left.values[row * 3 + k] * right.values[k * 3 + column] }
        product.append(sum)
      }
    }
    return Matrix3(product)
  }

  func applied(to vector: [Double]) -> [Double] {
    var product = [0.0, 0, 0]
    for row in 0..<3 {
      for k in 0..<3 { product[row] += values[row * 3 + k] * vector[k] }
    }
    return product
  }

  func scalingColumns(by factors: [Double]) -> Matrix3 {
    Matrix3((0..<9).map { values[$0] * factors[$0 % 3] })
  }

  /// nil if there is none.
  var inverse: Matrix3? {
    let v = values
    func minor(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double { v[a] * v[d] - v[b] * v[c] }
    let first = [minor(4, 5, 7, 8), -minor(3, 5, 6, 8), minor(3, 4, 6, 7)]
    let determinant = v[0] * first[0] + v[1] * first[1] + v[2] * first[2]
    guard abs(determinant) > 1e-12, determinant.isFinite else { return nil }
    let adjugate = [
      first[0], -minor(1, 2, 7, 8), minor(1, 2, 4, 5),
      first[1], minor(0, 2, 6, 8), -minor(0, 2, 3, 5),
      first[2], -minor(0, 1, 6, 7), minor(0, 1, 3, 4),
    ]
    return Matrix3(adjugate.map { $0 / determinant })
  }

  /// Bradford's adaptation of XYZ from one white to another.
  static func adaptation(from: (x: Double, y: Double), to: (x: Double, y: Double)) -> Matrix3? {
    guard from.y > 1e-6, to.y > 1e-6 else { return nil }
    let cones = Matrix3([0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296])
    func response(_ white: (x: Double, y: Double)) -> [Double] {
      cones.applied(to: [white.x / white.y, 1, (1 - white.x - white.y) / white.y])
    }
    let (here, there) = (response(from), response(to))
    guard let back = cones.inverse, here.allSatisfy({ abs($0) > 1e-9 }) else { return nil }
    let ratios = zip(there, here).map { $0 / $1 }
    return back.scalingColumns(by: ratios) * cones
  }
}

internal import Primitives

/// How numbers stand for light.
enum Transfer: Equatable {
  /// sRGB's curve. Films of standard range are taken to have it too: they are graded on screens, and a
  /// screen shows both alike.
  case sRGB
  case linear
  case gamma(Double)
  /// SMPTE ST 2084, in which 1 is 10,000 nits.
  case pq
  /// ARIB STD-B67.
  case hlg

  /// By its number in H.273.
  init(h273 number: Int) {
    switch number {
    case 4: self = .gamma(2.2)
    case 5: self = .gamma(2.8)
    case 8: self = .linear
    case 16: self = .pq
    case 18: self = .hlg
    default: self = .sRGB
    }
  }

  /// Whether it holds light brighter than white.
  var isHighRange: Bool { self == .pq || self == .hlg }

  /// In nits: what is white on paper in a film of high range, after BT.2408.
  private static let white = 203.0
  /// In nits: where a screen of high range ends.
  private static let screen = 1000.0

  /// The light a number from 0 to 1 stands for, in units of white.
  func light(_ value: Double) -> Double {
    switch self {
    case .sRGB: ScreenCurve.light(value)
    case .linear: value
    case .gamma(let gamma): value <= 0 ? 0 : ExactMath.power(value, gamma)
    case .pq: Transfer.pqLight(value) * 10_000 / Transfer.white
    case .hlg:
      value <= 0.5
        ? value * value / 3 : (ExactMath.exp((value - 0.559_910_73) / 0.178_832_77) + 0.284_668_92) / 12
    }
  }

  private static func pqLight(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let root = ExactMath.power(value, 1 / 78.84375)
    let over = max(0, root - 0.8359375) / (18.8515625 - 18.6875 * root)
    return over <= 0 ? 0 : ExactMath.power(over, 1 / 0.1593017578125)
  }

  /// Where light is bent and what becomes white, in units of white; nil where nothing is brighter.
  var shoulder: (knee: Double, peak: Double)? {
    isHighRange ? (0.6, Transfer.screen / Transfer.white) : nil
  }

  /// Hybrid Log-Gamma describes the light in front of the camera: by how much a screen of 1,000 nits
  /// brightens it, for luminances from 0 to 1 in 4,096 steps. nil for the others.
  var gain: [Int32]? {
    guard self == .hlg else { return nil }
    return (0...4096).map { step in
      let scene = max(Double(step), 0.5) / 4096
      return Int32((ExactMath.power(scene, 0.2) * Transfer.screen / Transfer.white * 16384).rounded())
    }
  }
}

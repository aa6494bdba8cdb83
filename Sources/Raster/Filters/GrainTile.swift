internal import CEngine
import Primitives

/// Noise of one size of grain, which repeats on all sides. Frames show it from different places.
///
/// `@unchecked Sendable`: the memory is its own, and nothing writes after it is made.
final class GrainTile: @unchecked Sendable {
  /// A power of two.
  static let side = 1024

  let noise: UnsafeMutablePointer<Float>
  /// What of a grain the pixels can show: less of those that are smaller.
  let gain: Float

  struct Kind: Hashable {
    /// Of a grain, in pixels.
    var size: Double
    /// Whether grains are soft, and clump.
    var isFilm: Bool
  }

  init(_ kind: Kind) {
    let side = GrainTile.side
    gain = Float(min(1, kind.size / 1.4))
    // Grains cluster: there is coarser noise in fine noise.
    let parts: [(share: Float, deviation: Double)] =
      kind.isFilm ? [(1, 0.42), (1, 0.8), (0.68, 1.7)] : [(1, 0.34), (0.5, 0.9)]
    noise = GrainTile.softened(seed: 1, Gaussian(deviation: kind.size * parts[0].deviation, most: 1))
    for (number, part) in parts.enumerated().dropFirst() {
      let bell = Gaussian(deviation: kind.size * part.deviation, most: 1)
      let clusters = GrainTile.softened(seed: UInt64(number + 1), bell)
      libretto_add_moved(clusters, Int32(side * side), 0, 0, part.share, noise)
      clusters.deallocate()
    }
  }

  deinit { noise.deallocate() }

  /// Noise of the same strength, whatever softened it.
  private static func softened(seed: UInt64, _ bell: Gaussian) -> UnsafeMutablePointer<Float> {
    let noise = UnsafeMutablePointer<Float>.allocate(capacity: side * side)
    libretto_noise(seed, Int32(side), noise)
    let squares = bell.weights.dropFirst().reduce(bell.weights[0] * bell.weights[0]) { $0 + 2 * $1 * $1 }
    // Across and down it loses this share each, of its variance.
    let weights = bell.weights.map { $0 / squares.squareRoot() }
    let radius = min(bell.radius, side / 2)
    let line = FilterLine(side + 2 * radius)
    for y in 0..<side {
      let row = noise + y * side
      line.numbers.update(from: row + side - radius, count: radius)
      (line.numbers + radius).update(from: row, count: side)
      (line.numbers + radius + side).update(from: row, count: radius)
      libretto_weigh_across(line.numbers, Int32(side), weights, Int32(radius), row)
    }
    let result = UnsafeMutablePointer<Float>.allocate(capacity: side * side)
    for y in 0..<side {
      let around = (-radius...radius).map { UnsafePointer<Float>?(noise + ((y + $0) & (side - 1)) * side) }
      libretto_weigh_down(around, Int32(side), weights, Int32(radius), result + y * side)
    }
    noise.deallocate()
    return result
  }
}

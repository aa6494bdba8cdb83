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

  /// - Parameter size: of a grain, in pixels.
  init(size: Double) {
    let side = GrainTile.side
    gain = Float(min(1, size / 1.4))
    noise = GrainTile.softened(seed: 1, Gaussian(deviation: size * 0.34, most: 1))
    // Grains cluster: there is coarser noise in fine noise.
    let clusters = GrainTile.softened(seed: 2, Gaussian(deviation: size * 0.9, most: 1))
    libretto_add_moved(clusters, Int32(side * side), 0, 0, 0.5, noise)
    clusters.deallocate()
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

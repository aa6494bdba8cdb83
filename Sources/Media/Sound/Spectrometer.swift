internal import CEngine
package import Primitives

/// Turns stretches of samples into the levels of bands of frequencies: the owner of an `AVTXContext`.
///
/// A level counts half decibels from 118 dB below a sine of full scale up. The transform runs plain C
/// (`PinnedProcessor`), and sums have a fixed order: the same samples give the same levels everywhere.
package struct Spectrometer: ~Copyable {
  /// A band: weights for bins from `first` on.
  package struct Band: Hashable, Sendable {
    package var first: Int
    package var weights: [Float]

    package init(first: Int, weights: [Float]) {
      self.first = first
      self.weights = weights
    }
  }

  /// How many samples a stretch has.
  package let size: Int
  package let bandCount: Int

  private let raw: OpaquePointer
  private let transform: av_tx_fn
  private let window: [Float]
  private var windowed: [Float]
  private var spectrum: [Float]
  private var power: [Float]
  private let firsts: [Int32]
  private let counts: [Int32]
  private let weights: [Float]

  private init(
    raw: OpaquePointer, transform: @escaping av_tx_fn, size: Int, bands: [Band]
  ) {
    self.raw = raw
    self.transform = transform
    self.size = size
    bandCount = bands.count
    window = (0..<size).map { index in
      Float(0.5 - 0.5 * ExactMath.cos(2 * .pi * (Double(index) + 0.5) / Double(size)))
    }
    windowed = Array(repeating: 0, count: size)
    spectrum = Array(repeating: 0, count: size + 2)
    power = Array(repeating: 0, count: size / 2 + 1)
    let inside = bands.map { band in
      let first = max(0, min(size / 2, band.first))
      return (first, Array(band.weights.prefix(size / 2 + 1 - first)))
    }
    firsts = inside.map { Int32($0.0) }
    counts = inside.map { Int32($0.1.count) }
    weights = inside.flatMap { $0.1 }
  }

  /// One for stretches of so many samples, a power of two. `av_tx_init`.
  package static func open(size: Int, bands: [Band]) throws(Problem) -> Spectrometer {
    var raw: OpaquePointer?
    var transform: av_tx_fn?
    var scale: Float = 1
    let code = PinnedProcessor.whileOpening {
      av_tx_init(
        &raw, &transform, AV_TX_FLOAT_RDFT, 0, Int32(size), &scale, UInt64(AV_TX_UNALIGNED.rawValue))
    }
    guard code >= 0, let raw, let transform else {
      throw Problem(.unavailable, "this libavutil has no transform of \(size) samples")
    }
    return Spectrometer(raw: raw, transform: transform, size: size, bands: bands)
  }

  /// Appends the levels of the stretch that begins at an index of `samples`, a level a band.
  package mutating func levels(of samples: [Float], at start: Int, into levels: inout [UInt8]) {
    precondition(start >= 0 && start + size <= samples.count, "a stretch lies within its samples")
    samples.withUnsafeBufferPointer { source in
      window.withUnsafeBufferPointer { window in
        windowed.withUnsafeMutableBufferPointer { target in
          guard let from = source.baseAddress, let shape = window.baseAddress, let to = target.baseAddress
          else { return }
          libretto_window(from + start, shape, Int32(size), to)
        }
      }
    }
    windowed.withUnsafeMutableBytes { input in
      spectrum.withUnsafeMutableBytes { output in
        transform(raw, output.baseAddress, input.baseAddress, MemoryLayout<Float>.size)
      }
    }
    spectrum.withUnsafeBufferPointer { complex in
      power.withUnsafeMutableBufferPointer { target in
        guard let from = complex.baseAddress, let to = target.baseAddress else { return }
        libretto_power(from, Int32(size / 2 + 1), to)
      }
    }
    let place = levels.count
    levels.append(contentsOf: repeatElement(0, count: bandCount))
    levels.withUnsafeMutableBufferPointer { target in
      power.withUnsafeBufferPointer { power in
        guard let from = power.baseAddress, let to = target.baseAddress else { return }
        libretto_levels(from, firsts, counts, weights, Int32(bandCount), to + place)
      }
    }
  }

  /// The centre of the last stretch's magnitudes, in bins.
  package var centroid: Float {
    power.withUnsafeBufferPointer { $0.baseAddress.map { libretto_centroid($0, Int32(size / 2 + 1)) } ?? 0 }
  }

  deinit {
    var raw: OpaquePointer? = raw
    av_tx_uninit(&raw)
  }
}

/// The largest magnitude and the mean square of samples from an index on.
package func peakAndPower(of samples: [Float], at start: Int, count: Int) -> (peak: Float, power: Float) {
  precondition(start >= 0 && start + count <= samples.count, "a stretch lies within its samples")
  var (peak, power): (Float, Float) = (0, 0)
  samples.withUnsafeBufferPointer {
    if let base = $0.baseAddress { libretto_peak_and_power(base + start, Int32(count), &peak, &power) }
  }
  return (peak, power / Float(max(1, count)))
}

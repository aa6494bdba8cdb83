internal import CEngine

/// A layer of a network over time, in whole numbers: every processor gives the same.
package struct TemporalLayer: Sendable {
  package let inputs: Int
  package let outputs: Int
  package let taps: Int
  package let dilation: Int
  package let isRectified: Bool
  /// Whether the result is added to what is there.
  package let adds: Bool

  private let weights: [Int16]
  private let scales: [Int32]
  private let biases: [Int64]

  /// - Parameters:
  ///   - weights: by output, tap and input; inputs are a multiple of 8.
  ///   - scales: 2²⁰ is one; by output.
  ///   - biases: likewise.
  package init(
    inputs: Int, outputs: Int, taps: Int, dilation: Int, isRectified: Bool, adds: Bool, weights: [Int16],
    scales: [Int32], biases: [Int64]
  ) {
    precondition(
      inputs & 7 == 0 && weights.count == inputs * outputs * taps && scales.count == outputs
        && biases.count == outputs, "a layer's numbers fit its shape")
    self.inputs = inputs
    self.outputs = outputs
    self.taps = taps
    self.dilation = dilation
    self.isRectified = isRectified
    self.adds = adds
    self.weights = weights
    self.scales = scales
    self.biases = biases
  }

  /// Passes frames of `inputs` numbers on as frames of `outputs` numbers.
  package func run(_ input: [Int16], into output: inout [Int16]) {
    let frames = input.count / inputs
    precondition(output.count == frames * outputs, "there is room for each frame")
    input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        weights.withUnsafeBufferPointer { weights in
          scales.withUnsafeBufferPointer { scales in
            biases.withUnsafeBufferPointer { biases in
              guard let from = source.baseAddress, let to = target.baseAddress else { return }
              var layer = LibrettoLayer(
                inputs: Int32(inputs), outputs: Int32(outputs), taps: Int32(taps),
                dilation: Int32(dilation), weights: weights.baseAddress, scales: scales.baseAddress,
                biases: biases.baseAddress, rectified: isRectified, adds: adds)
              libretto_convolve(&layer, from, Int32(frames), to)
            }
          }
        }
      }
    }
  }
}

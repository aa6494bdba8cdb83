import Media

/// A temporal convolutional network (TCN) that says of each hundredth of a second how likely it holds a beat, a downbeat, an onset.
///
/// Dilated convolutions that look ten seconds ahead and back, in whole numbers; after Matthew E. P. Davies and Sebastian Böck, "Temporal Convolutional Networks for Musical Audio Beat Tracking" (2019). Its weights were learnt from
/// music made for the purpose (`Scripts/train-hearing`).
struct Network {
  private let first: TemporalLayer
  private let blocks: [(wide: TemporalLayer, mix: TemporalLayer)]
  private let last: TemporalLayer

  static let channels = 40
  private static let taps = 5
  private static let dilations = [1, 2, 4, 8, 16, 32, 64, 128, 256]
  private static let outputs = 6
  /// How many frames on either side have a say.
  private static let reach = dilations.reduce(1) { $0 + $1 * (taps / 2) }
  private static let chunk = 3000

  static let learnt = Network(bytes: NetworkWeights.bytes)

  /// - Parameter bytes: of each layer in turn scales, biases (four bytes each, lowest first) and weights.
  private init(bytes: [UInt8]) {
    var position = 0
    func word() -> Int32 {
      defer { position += 4 }
      return (0..<4).reduce(0) { $0 | Int32(bitPattern: UInt32(bytes[position + $1]) << UInt32(8 * $1)) }
    }
    func layer(
      _ inputs: Int, _ outputs: Int, taps: Int, dilation: Int = 1, isRectified: Bool = false,
      adds: Bool = false
    ) -> TemporalLayer {
      let scales = (0..<outputs).map { _ in word() }
      // Half is added so that shifting rounds.
      let biases = (0..<outputs).map { _ in Int64(word()) << 10 + 1 << 19 }
      let count = inputs * outputs * taps
      let weights = bytes[position..<position + count].map { Int16(Int8(bitPattern: $0)) }
      position += count
      return TemporalLayer(
        inputs: inputs, outputs: outputs, taps: taps, dilation: dilation, isRectified: isRectified,
        adds: adds,
        weights: weights, scales: scales, biases: biases)
    }
    let channels = Network.channels
    first = layer(SpectralFeatures.width, channels, taps: 3, isRectified: true)
    blocks = Network.dilations.map { dilation in
      (
        layer(channels, channels, taps: Network.taps, dilation: dilation, isRectified: true),
        layer(channels, channels, taps: 1, adds: true)
      )
    }
    last = layer(channels, Network.outputs, taps: 1)
  }

  /// What it makes of a song, a stretch at a time with what lies around it.
  func activations(of features: SpectralFeatures) -> Activations {
    var activations = Activations()
    var start = 0
    while start < features.frameCount {
      let end = min(features.frameCount, start + Network.chunk)
      let (from, to) = (max(0, start - Network.reach), min(features.frameCount, end + Network.reach))
      let output = run(Array(features.values[from * SpectralFeatures.width..<to * SpectralFeatures.width]))
      for frame in start - from..<end - from {
        let row = frame * Network.outputs
        for half in 0..<2 {
          activations.beat.append(output[row + half])
          activations.downbeat.append(output[row + 2 + half])
          activations.onset.append(output[row + 4 + half])
        }
      }
      start = end
    }
    return activations
  }

  private func run(_ input: [Int16]) -> [Int16] {
    let frames = input.count / SpectralFeatures.width
    var stream = [Int16](repeating: 0, count: frames * Network.channels)
    var side = stream
    first.run(input, into: &stream)
    for block in blocks {
      block.wide.run(stream, into: &side)
      block.mix.run(side, into: &stream)
    }
    var output = [Int16](repeating: 0, count: frames * Network.outputs)
    last.run(stream, into: &output)
    return output
  }
}

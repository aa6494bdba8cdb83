import Primitives

/// Picks the moments at which something begins to sound.
enum OnsetPicker {
  struct Onset: Hashable {
    var frame: Int
    /// From 0 to 1.
    var strength: Double
  }

  /// Peaks of the network's onset activation.
  static func onsets(in activations: Activations, threshold: Double = 0.35) -> [Onset] {
    let values = activations.onset
    let least = Int16((ExactMath.log(threshold / (1 - threshold)) * Activations.unit).rounded())
    var onsets: [Onset] = []
    var last = -10
    for frame in values.indices where values[frame] > least && frame - last >= 3 {
      let (from, to) = (max(0, frame - 2), min(values.count, frame + 3))
      guard !(from..<frame).contains(where: { values[$0] > values[frame] }),
        !(frame + 1..<max(frame + 1, to)).contains(where: { values[$0] >= values[frame] })
      else { continue }
      onsets.append(Onset(frame: frame, strength: Activations.probability(Double(values[frame]) / 256)))
      last = frame
    }
    return onsets
  }
}

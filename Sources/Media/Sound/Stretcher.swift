internal import CEngine
internal import Primitives

/// Plays stereo samples faster or slower: the owner of SoundTouch's pipe.
struct Stretcher: ~Copyable {
  private let raw: OpaquePointer
  /// How many samples of silence come first; below zero, how many are left out.
  private var lead: Int

  private init(adopting raw: OpaquePointer, lead: Int) {
    self.raw = raw
    self.lead = lead
  }

  /// `setTempo`, or `setRate` where the pitch goes along.
  static func open(speed: Double, keepsPitch: Bool) throws(Problem) -> Stretcher {
    let speeds = SoundTreatment.speeds
    guard speeds.contains(speed) else {
      throw Problem(
        .usage, "sound can't play \(speed) times as fast",
        hints: "from \(speeds.lowerBound) to \(speeds.upperBound) times")
    }
    guard let raw = libretto_stretcher_open(speed, keepsPitch) else { throw Libav.noMemory }
    return Stretcher(adopting: raw, lead: keepsPitch ? Int(libretto_stretcher_lead(raw, speed)) : 0)
  }

  /// `putSamples`.
  borrowing func put(_ samples: [Float]) throws(Problem) {
    guard libretto_stretcher_put(raw, samples, UInt32(samples.count / 2)) else { throw Libav.noMemory }
  }

  /// Says that nothing more comes. `flush`.
  borrowing func finish() throws(Problem) {
    guard libretto_stretcher_finish(raw) else { throw Libav.noMemory }
  }

  /// What is ready, left and right by turns. `receiveSamples`.
  mutating func take() -> [Float] {
    let samples = ready()
    if lead > 0 {
      defer { lead = 0 }
      return [Float](repeating: 0, count: lead * 2) + samples
    }
    let skipped = min(-lead, samples.count / 2)
    lead += skipped
    // Nothing at all would look like the end.
    return skipped > 0 && skipped * 2 == samples.count ? take() : Array(samples[(skipped * 2)...])
  }

  private borrowing func ready() -> [Float] {
    let capacity = 4096
    return Array(unsafeUninitializedCapacity: capacity * 2) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = Int(libretto_stretcher_take(raw, base, UInt32(capacity))) * 2
    }
  }

  deinit { libretto_stretcher_close(raw) }
}

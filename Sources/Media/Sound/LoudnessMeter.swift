internal import CEngine
internal import Primitives

/// How loud a song is, after EBU R 128.
package struct Loudness: Hashable, Sendable {
  /// In LUFS; nil where nothing is loud enough to count.
  package var integrated: Double?
  /// In LU; nil where nothing is loud enough to count.
  package var range: Double?
  /// Of the loudest channel, in dBTP; nil in silence.
  package var truePeak: Double?

  package init(integrated: Double?, range: Double?, truePeak: Double?) {
    self.integrated = integrated
    self.range = range
    self.truePeak = truePeak
  }
}

/// Measures loudness: the owner of an `ebur128_state`.
struct LoudnessMeter: ~Copyable {
  private let raw: UnsafeMutablePointer<ebur128_state>
  private let channels: Int

  private init(adopting raw: UnsafeMutablePointer<ebur128_state>, channels: Int) {
    self.raw = raw
    self.channels = channels
  }

  /// `ebur128_init`.
  static func open(channels: Int, rate: Int) throws(Problem) -> LoudnessMeter {
    let mode = EBUR128_MODE_I.rawValue | EBUR128_MODE_LRA.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue
    guard let raw = ebur128_init(UInt32(clamping: channels), UInt(max(16, rate)), Int32(clamping: mode))
    else {
      throw Libav.noMemory
    }
    return LoudnessMeter(adopting: raw, channels: channels)
  }

  /// Takes samples into account, channels by turns. `ebur128_add_frames_float`.
  borrowing func add(_ samples: [Float]) throws(Problem) {
    let code = samples.withUnsafeBufferPointer {
      $0.baseAddress.map { ebur128_add_frames_float(raw, $0, samples.count / channels) } ?? 0
    }
    guard code == 0 else { throw Libav.noMemory }
  }

  /// What was measured so far, to a hundredth.
  borrowing func loudness() -> Loudness {
    var (integrated, range, peak) = (0.0, 0.0, 0.0)
    ebur128_loudness_global(raw, &integrated)
    ebur128_loudness_range(raw, &range)
    for channel in 0..<channels {
      var one = 0.0
      ebur128_true_peak(raw, UInt32(channel), &one)
      peak = max(peak, one)
    }
    func rounded(_ value: Double) -> Double? { value.isFinite ? (value * 100).rounded() / 100 : nil }
    let isSilent = !integrated.isFinite || integrated < -70
    return Loudness(
      integrated: isSilent ? nil : rounded(integrated), range: isSilent ? nil : rounded(range),
      truePeak: peak > 1e-6 ? rounded(20 * ExactMath.log(peak) / ExactMath.log(10)) : nil)
  }

  deinit {
    var raw: UnsafeMutablePointer<ebur128_state>? = raw
    ebur128_destroy(&raw)
  }
}

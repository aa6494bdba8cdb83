internal import CEngine
internal import Primitives

/// Turns one channel of floats from one rate to another: the owner of an `SwrContext`.
struct MonoResampler: ~Copyable {
  private let raw: OpaquePointer

  private init(adopting raw: OpaquePointer) { self.raw = raw }

  /// `swr_alloc_set_opts2`, `swr_init`.
  static func open(from: Int, to: Int) throws(Problem) -> MonoResampler {
    var (before, after) = (AVChannelLayout(), AVChannelLayout())
    av_channel_layout_default(&before, 1)
    av_channel_layout_default(&after, 1)
    var raw: OpaquePointer?
    swr_alloc_set_opts2(
      &raw, &after, AV_SAMPLE_FMT_FLT, Int32(to), &before, AV_SAMPLE_FMT_FLT, Int32(from), 0, nil)
    guard let raw else { throw Libav.noMemory }
    let resampler = MonoResampler(adopting: raw)
    // Half the usual length: what folds back near the top of the range isn't missed by an analysis.
    av_opt_set_int(UnsafeMutableRawPointer(raw), "filter_size", 16, 0)
    let code = PinnedProcessor.whileOpening { swr_init(raw) }
    try check(code, .bug, "can't resample from \(from) to \(to) Hz")
    return resampler
  }

  /// Adds what comes out when so many samples go in, or, at the end, none. `swr_convert`.
  borrowing func feed(_ samples: [Float], count: Int, into output: inout [Float]) throws(Problem) {
    let capacity = Int(max(0, swr_get_out_samples(raw, Int32(clamping: count)))) + 32
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: capacity))
    let made = samples.withUnsafeBytes { input in
      output.withUnsafeMutableBytes { bytes -> Int32 in
        var target = bytes.baseAddress.map { ($0 + start * 4).assumingMemoryBound(to: UInt8.self) }
        var source = input.baseAddress.map { $0.assumingMemoryBound(to: UInt8.self) as UnsafePointer? }
        guard count > 0 else { return swr_convert(raw, &target, Int32(clamping: capacity), nil, 0) }
        return withUnsafeMutablePointer(to: &source) { pointer in
          pointer.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 1) {
            swr_convert(raw, &target, Int32(clamping: capacity), $0, Int32(clamping: count))
          }
        }
      }
    }
    output.removeLast(capacity - Int(max(0, made)))
    try check(made, .temporary, "can't resample")
  }

  deinit {
    var raw: OpaquePointer? = raw
    swr_free(&raw)
  }
}

internal import CEngine
internal import Primitives

/// Turns samples of any rate, format and channels into 48 kHz stereo: the owner of an `SwrContext`.
struct Resampler: ~Copyable {
  private let raw: OpaquePointer
  /// For messages.
  private let path: String

  private init(adopting raw: OpaquePointer, path: String) {
    self.raw = raw
    self.path = path
  }

  /// One for frames like this. `swr_alloc_set_opts2`, `swr_init`.
  static func open(like frame: borrowing Frame, of path: String) throws(Problem) -> Resampler {
    var stereo = AVChannelLayout()
    av_channel_layout_default(&stereo, 2)
    var layout = AVChannelLayout()
    defer { av_channel_layout_uninit(&layout) }
    let channels = frame.raw.pointee.ch_layout.nb_channels
    // Files often don't say what their channels are; then they are what that many usually are.
    if frame.raw.pointee.ch_layout.order == AV_CHANNEL_ORDER_NATIVE {
      av_channel_layout_copy(&layout, &frame.raw.pointee.ch_layout)
    } else {
      av_channel_layout_default(&layout, channels)
    }
    var raw: OpaquePointer?
    let format = AVSampleFormat(rawValue: frame.raw.pointee.format)
    swr_alloc_set_opts2(
      &raw, &stereo, AV_SAMPLE_FMT_FLT, Int32(EncodedSound.sampleRate), &layout, format,
      frame.raw.pointee.sample_rate, 0, nil)
    guard let raw else { throw Libav.noMemory }
    let resampler = Resampler(adopting: raw, path: path)
    if channels == 1 {
      // Left alone, swr plays mono 3 dB lower, as if it were the centre of more channels.
      swr_set_matrix(raw, [1, 1], 1)
    } else {
      // Factors are made smaller until all channels together can't exceed full scale.
      av_opt_set_double(UnsafeMutableRawPointer(raw), "rematrix_maxval", 1, 0)
    }
    let code = PinnedProcessor.whileOpening { swr_init(raw) }
    try check(code, .badInput, "can't resample the sound of \(path)")
    return resampler
  }

  /// Samples that aren't there. `swr_inject_silence`.
  borrowing func skip(_ count: Int64) throws(Problem) {
    var rest = count
    while rest > 0 {
      let step = min(rest, 1 << 16)
      try check(swr_inject_silence(raw, Int32(step)), .temporary, "can't resample the sound of \(path)")
      rest -= step
    }
  }

  /// Adds what comes out when a frame goes in, left and right by turns. `swr_convert`.
  borrowing func feed(_ frame: borrowing Frame, into output: inout [Float]) throws(Problem) {
    let count = frame.raw.pointee.nb_samples
    let planes = Int(frame.raw.pointee.ch_layout.nb_channels)
    try frame.raw.pointee.extended_data.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: planes)
    {
      input throws(Problem) in try convert(input, count, into: &output)
    }
  }

  /// Adds what was held back for what might have come after.
  borrowing func drain(into output: inout [Float]) throws(Problem) { try convert(nil, 0, into: &output) }

  private borrowing func convert(
    _ input: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int32, into output: inout [Float]
  ) throws(Problem) {
    let capacity = Int(max(0, swr_get_out_samples(raw, count))) + 32
    let raw = raw
    var made: Int32 = 0
    output += [Float](unsafeUninitializedCapacity: capacity * 2) { buffer, filled in
      var target = UnsafeMutableRawBufferPointer(buffer).baseAddress?.assumingMemoryBound(to: UInt8.self)
      made = swr_convert(raw, &target, Int32(clamping: capacity), input, count)
      filled = Int(max(0, made)) * 2
    }
    try check(made, .temporary, "can't resample the sound of \(path)")
  }

  deinit {
    var raw: OpaquePointer? = raw
    swr_free(&raw)
  }
}

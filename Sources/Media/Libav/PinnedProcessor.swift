internal import CEngine

/// Makes libav forget what the processor can do, for good and in the whole process.
///
/// Its vector routines round differently from one processor to the next, and are chosen when a context is
/// opened. Like this every context runs plain C, and the same input gives the same samples and pixels on
/// every machine. It is never taken back: a context that is opened while that changes, as libavformat opens
/// some by itself, would be a mixture of both. `av_force_cpu_flags`.
/// x264 asks the processor itself, and has `cpu-independent` for the same purpose.
enum PinnedProcessor {
  /// Done when it is first asked for, which is before libav is used for anything.
  static let isPinned: Bool = {
    av_force_cpu_flags(0)
    return true
  }()

  /// Runs `open` once the processor is forgotten, and gives back the code it gave.
  static func whileOpening(_ open: () -> Int32) -> Int32 {
    precondition(isPinned, "the processor is pinned by now")
    return open()
  }
}

internal import CEngine
internal import Synchronization

/// Makes libav forget what the processor can do while a codec, scaler or resampler is set up.
///
/// Their vector routines round differently from one processor to the next, and are chosen when a
/// context is opened. Opened like this, every context runs plain C, and the same input gives the same
/// samples and pixels on every machine. The flags are the process's own (`av_force_cpu_flags`), so they
/// are changed under a lock and put back; code that opens a context meanwhile is slower, not wrong.
/// x264 asks the processor itself, and has `cpu-independent` for the same purpose.
enum PinnedProcessor {
  private static let turn = Mutex(())

  /// Runs `open` and gives back the code it gave.
  static func whileOpening(_ open: () -> Int32) -> Int32 {
    turn.withLock { _ in
      let flags = av_get_cpu_flags()
      av_force_cpu_flags(0)
      defer { av_force_cpu_flags(flags) }
      return open()
    }
  }
}

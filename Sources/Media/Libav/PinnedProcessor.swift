internal import CEngine

/// Where libav chooses its routines, which it does without knowing the processor: see `LibrarySettings`.
enum PinnedProcessor {
  /// Runs `open` once the processor is forgotten, and gives back the code it gave.
  static func whileOpening(_ open: () -> Int32) -> Int32 {
    precondition(LibrarySettings.areMade, "the processor is forgotten by now")
    return open()
  }

  /// Runs `work` of a decoder. One that is exact may know the processor: it chooses routines also when what it decodes
  /// changes its size or kind.
  static func decoding<R>(exactly isExact: Bool, _ work: () -> R) -> R {
    let before = libretto_work_exactly(isExact)
    defer { _ = libretto_work_exactly(before) }
    return work()
  }
}

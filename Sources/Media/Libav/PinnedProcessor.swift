/// Where libav chooses its routines, which it does without knowing the processor: see `LibrarySettings`.
enum PinnedProcessor {
  /// Runs `open` once the processor is forgotten, and gives back the code it gave.
  static func whileOpening(_ open: () -> Int32) -> Int32 {
    precondition(LibrarySettings.areMade, "the processor is forgotten by now")
    return open()
  }
}

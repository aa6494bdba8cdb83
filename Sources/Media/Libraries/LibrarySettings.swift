internal import CEngine
internal import Synchronization

/// What libraries keep for the whole process, set in this one place: by nobody else, never in an initializer, and
/// never taken back.
///
/// What the system keeps for the process is `ProcessSettings` of the command line.
enum LibrarySettings {
  /// libav's, made when they are first asked for, which is before libav is used for anything.
  ///
  /// Its words go to a notebook instead of standard error (`av_log_set_callback`). And it forgets what the
  /// processor can do (`av_force_cpu_flags`): many of its vector routines round differently from one processor to the
  /// next, and they are chosen when a context is opened. Like this every context runs plain C, and the same input gives
  /// the same samples and pixels on every machine. A context that is opened while that changes, as libavformat opens
  /// some by itself, would be a mixture of both; so it changes for nobody but a thread that decodes what is the same to
  /// the last bit by its standard (`Codec.isExact`). x264 asks the processor itself, and has `cpu-independent` for the
  /// same purpose; the decoders of AV1, which are exact, ask it too.
  static let areMade: Bool = {
    libretto_log_capture()
    libretto_forget_processor()
    return true
  }()

  private static let fonts = Mutex<(@Sendable () -> String)?>(nil)

  static func choose(fontsIn folder: @escaping @Sendable () -> String) { fonts.withLock { $0 = folder } }

  /// The folder of the fonts that drawings set text in, for the processes that paint them; nil for none.
  static var fontFolder: String? { fonts.withLock { $0 }?() }
}

/// The fonts that drawings set text in: those of one folder, and never the machine's.
package enum DrawingFonts {
  /// To be called before the first drawing is painted. `folder` is asked for then.
  package static func use(folder: @escaping @Sendable () -> String) {
    LibrarySettings.choose(fontsIn: folder)
  }
}

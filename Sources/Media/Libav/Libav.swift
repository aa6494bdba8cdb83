internal import CEngine
internal import Primitives

/// What every call into libav shares: where its words go, and what its numbers mean.
enum Libav {
  /// Begins a piece of work whose first error line is of interest.
  static func begin() {
    precondition(LibrarySettings.areMade, "libav is quiet by now")
    libretto_log_clear()
  }

  /// The first error line since `begin`, as a part of a sentence.
  static var firstError: String? {
    let line = String(cString: libretto_log_first_error())
    guard let first = line.first else { return nil }
    let isWord = line.dropFirst().first.map { $0.isLowercase || $0 == " " } ?? true
    return (isWord ? first.lowercased() : String(first)) + line.dropFirst().trimmingDots
  }

  /// Why a call failed: the line that was logged, or what the code means. `av_strerror`.
  static func reason(_ code: Int32) -> String {
    if let line = firstError { return line }
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer -> String in
      guard let start = buffer.baseAddress, av_strerror(code, start, 128) >= 0 else {
        return "error \(code)"
      }
      return String(cString: start)
    }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  static let noMemory = Problem(.temporary, "there is not enough memory")
}

/// Throws unless a call went well; `message` says what was attempted, and the reason follows it.
func check(_ code: Int32, _ kind: Problem.Kind, _ message: @autoclosure () -> String) throws(Problem) {
  guard code < 0 else { return }
  throw Problem(kind, "\(message()): \(Libav.reason(code))")
}

extension Substring {
  fileprivate var trimmingDots: Substring {
    var rest = self
    while rest.last == "." || rest.last == " " { rest.removeLast() }
    return rest
  }
}

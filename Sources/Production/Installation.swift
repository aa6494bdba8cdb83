import Foundation
import Typography

/// Where Libretto's own files are: its fonts and its example pieces.
package enum Installation {
  /// `LIBRETTO_ROOT` if it is set, else the folder these sources were compiled in.
  package static let root: String = {
    if let told = ProcessInfo.processInfo.environment["LIBRETTO_ROOT"] { return told }
    return #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
  }()

  /// `LIBRETTO_CACHE_DIR`, else `libretto` in the user's cache folder.
  package static let cache: String = {
    let environment = ProcessInfo.processInfo.environment
    if let told = environment["LIBRETTO_CACHE_DIR"] { return told }
    return (environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache") + "/libretto"
  }()

  package static var fonts: String { root + "/Fonts" }
  /// Where systems have fonts; used only when asked.
  package static var systemFonts: [String] {
    SystemFonts.folders(home: ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory())
  }
  package static var compositions: String { root + "/Compositions" }
  package static let version = "0.1.0"
}

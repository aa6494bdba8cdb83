import Foundation
import Host
import Media
import Primitives
import Production
import Typography

/// `doctor`: what is here, what is missing, and what to do about it.
enum Doctor {
  private struct Finding {
    let isGood: Bool
    let words: String
  }

  /// Prints a line for each thing looked at; returns 0 if nothing is missing.
  static func examine() -> Int32 {
    let findings =
      [engine, compiler, encoders, fonts, cache]
      + MediaVersions.lines.map { Finding(isGood: true, words: $0) }
    for finding in findings { print("\(finding.isGood ? "ok     " : "missing")  \(finding.words)") }
    return findings.allSatisfy(\.isGood) ? 0 : Problem.Kind.unavailable.rawValue
  }

  private static var engine: Finding {
    do {
      _ = try ScriptCompiler()
      return Finding(isGood: true, words: "libretto \(Installation.version) in \(Installation.root)")
    } catch {
      return Finding(isGood: false, words: "\(error.message); \(error.hints.joined(separator: "; "))")
    }
  }

  private static var compiler: Finding {
    guard let path = ScriptCompiler.find("swiftc") else {
      return Finding(isGood: false, words: "swiftc; install Swift 6.3 and put it on the PATH")
    }
    return Finding(isGood: true, words: "swiftc \(path)")
  }

  private static var encoders: Finding {
    MediaVersions.isComplete
      ? Finding(isGood: true, words: "encoders libx264 and aac")
      : Finding(isGood: false, words: "encoders libx264 or aac; install a libavcodec that has both")
  }

  private static var fonts: Finding {
    do {
      let library = try FontLibrary(folders: [Installation.fonts])
      guard !library.families.isEmpty else {
        return Finding(isGood: false, words: "fonts in \(Installation.fonts)")
      }
      let warnings = library.warnings.isEmpty ? "" : "; \(library.warnings.joined(separator: "; "))"
      return Finding(
        isGood: library.warnings.isEmpty,
        words: "fonts \(library.families.joined(separator: ", "))\(warnings)")
    } catch {
      return Finding(isGood: false, words: error.message)
    }
  }

  private static var cache: Finding {
    do {
      ScriptCache.discard(try ScriptCache.scratch())
      return Finding(isGood: true, words: "cache \(ScriptCache.folder)")
    } catch {
      return Finding(isGood: false, words: ([error.message] + error.hints).joined(separator: "; "))
    }
  }
}

internal import CEngine

#if canImport(Glibc)
  internal import Glibc
#endif

/// What a program left behind that stopped, or takes its time: the words after `AuthorsCode.word`.
package struct StoppedProgram: Sendable {
  package enum Reason: Equatable, Sendable {
    /// It goes on, but has taken long.
    case slow
    case endless
    /// The stack ran out: something calls itself again and again.
    case tooDeep
    /// With what Swift said about it, if it said anything; empty where that was said to everybody.
    case trap(String?)
    case crash
  }

  package let reason: Reason
  /// In whose body; empty outside of all.
  package let name: String
  /// Where it was, the innermost first.
  package let places: [Place]

  /// An address in the program's own file, or in the engine's.
  package struct Place: Hashable, Sendable {
    package var isEngine: Bool
    package var offset: UInt64
  }

  /// Nil if these aren't such words. What was held back of standard error, but for the reason, is said.
  package init?(_ words: [String]) {
    guard words.count == 5, words[0] == AuthorsCode.word, let signal = Int32(words[1]),
      let file = Int32(words[2])
    else { return nil }
    name = words[3]
    places = words[4].split(separator: ",").compactMap { word in
      UInt64(word.dropFirst(), radix: 16).map { Place(isEngine: word.first == "e", offset: $0) }
    }
    let isDeep = Dictionary(grouping: places) { $0 }.contains { $0.value.count > 16 }
    switch signal {
    case 0: reason = .slow
    case SIGPROF: reason = .endless
    case SIGILL, SIGTRAP, SIGFPE, SIGABRT: reason = .trap(StoppedProgram.said(in: file))
    case SIGSEGV where isDeep, SIGBUS where isDeep: reason = .tooDeep
    default: reason = .crash
    }
  }

  /// The reason that Swift's runtime gave, in what a file holds; what else is in it is said.
  private static func said(in file: Int32) -> String? {
    guard file >= 0, lseek(file, 0, SEEK_SET) == 0 else { return "" }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while case let count = read(file, &part, part.count), count > 0 { bytes += part[..<count] }
    close(file)
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let mark = "Fatal error: "
    guard let index = lines.lastIndex(where: { $0.contains(mark) }) else {
      StandardFiles.say(lines.joined(separator: "\n"))
      return nil
    }
    let reason = lines.remove(at: index).components(after: mark)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if !lines.isEmpty { StandardFiles.say(lines.joined(separator: "\n") + "\n") }
    return reason
  }
}

extension Substring {
  /// What stands after the first of some words.
  fileprivate func components(after mark: String) -> String {
    var rest = self
    while !rest.hasPrefix(mark), !rest.isEmpty { rest.removeFirst() }
    return String(rest.dropFirst(mark.count))
  }
}

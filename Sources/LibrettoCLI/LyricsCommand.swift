import Lyrics
import Media
import Primitives
import Production

/// `lyrics`: shows, converts and checks timed lyric sheets.
struct LyricsCommand {
  private enum Verb: String, CaseIterable {
    case show, convert, check

    var usage: String {
      switch self {
      case .show: "libretto lyrics show FILE [--json]"
      case .convert: "libretto lyrics convert IN OUT"
      case .check: "libretto lyrics check FILE --song SONG [--json]"
      }
    }

    var operandCount: Int { self == .convert ? 2 : 1 }
    var flags: [Flag] { [.encoding] + (self == .show ? [.json] : self == .check ? [.song, .json] : []) }
  }

  private let verb: Verb
  private let files: [String]
  private let invocation: Invocation
  private let encoding: SheetReading?

  init(_ invocation: Invocation) throws(Problem) {
    self.invocation = invocation
    guard let word = invocation.operands.first else {
      throw Problem(.usage, "lyrics needs a word that says what to do", hints: Verb.allCases.map(\.usage))
    }
    guard let verb = Verb(rawValue: word) else {
      let near = Suggestion.hints(for: word, among: Verb.allCases.map(\.rawValue))
      throw Problem(
        .usage, "lyrics can't \(word)",
        hints: near + Verb.allCases.map(\.usage))
    }
    self.verb = verb
    files = Array(invocation.operands.dropFirst())
    guard files.count >= verb.operandCount else {
      throw Problem(
        .usage, "lyrics \(word) needs \(verb == .convert ? "two files" : "a file")", hints: verb.usage)
    }
    guard files.count == verb.operandCount else {
      throw Problem(
        .usage, "lyrics \(word) can't use the word \(files[verb.operandCount])", hints: verb.usage)
    }
    for flag in [Flag.json, .song] where invocation.has(flag) && !verb.flags.contains(flag) {
      throw Problem(.usage, "lyrics \(word) has no flag --\(flag.rawValue)", hints: verb.usage)
    }
    if let name = invocation.value(.encoding) {
      encoding = try SheetReading(name)
    } else {
      encoding = nil
    }
  }

  /// Does it and returns the exit code.
  func run() throws(Problem) -> Int32 {
    do throws(Diagnostic) {
      switch verb {
      case .show: return try show()
      case .convert: return try convert()
      case .check: return try check()
      }
    } catch {
      return Report.fail([error])
    }
  }

  /// Reads the first file and says what was mended.
  private func read() throws(Diagnostic) -> LyricReader.Reading {
    let bytes: [UInt8]
    do {
      bytes = try InputText.bytes(of: files[0])
    } catch {
      throw Diagnostic(.error, error, at: nil)
    }
    return try SheetReading.read(bytes, named: files[0], as: encoding) { Report.say($0) }
  }

  private func show() throws(Diagnostic) -> Int32 {
    let sheet = try read().sheet
    if invocation.has(.json) {
      print(try written(sheet, as: .json), terminator: "")
    } else {
      print(LyricTable(sheet).text)
    }
    return 0
  }

  private func convert() throws(Diagnostic) -> Int32 {
    guard let format = LyricFormat(path: files[1]), LyricFormat.writable.contains(format) else {
      let endings = LyricFormat.writable.map { ".\($0.endings[0])" }
      throw .error(
        "can't write \(files[1])", kind: .usage, at: nil,
        hints: "the name ends in \(endings.joined(separator: ", "))")
    }
    let text = try written(read().sheet, as: format)
    do throws(Problem) {
      let file = try UnfinishedFile.create(for: files[1])
      try file.write(Array(text.utf8))
      try file.publish()
    } catch {
      throw Diagnostic(.error, error, at: nil)
    }
    Report.say("\(files[1])  \(format.name)")
    return 0
  }

  private func written(_ sheet: LyricSheet, as format: LyricFormat) throws(Diagnostic) -> String {
    do {
      return try LyricWriter.text(of: sheet, as: format)
    } catch {
      throw Diagnostic(.error, error, at: nil)
    }
  }

  private func check() throws(Diagnostic) -> Int32 {
    guard let song = invocation.value(.song) else {
      throw .error("lyrics check needs a song", kind: .usage, at: nil, hints: verb.usage)
    }
    let sheet = try read().sheet
    let length: Time
    do {
      length = try SongFile.probe(song).length
    } catch {
      throw Diagnostic(.error, error, at: nil)
    }
    let findings = LyricCheck.findings(in: sheet, songLength: length)
    if invocation.has(.json) {
      print(LyricCheck.json(findings))
    } else {
      for finding in findings { print(finding.text) }
    }
    guard findings.isEmpty else { return Problem.Kind.badInput.rawValue }
    Report.say("\(files[0])  \(sheet.lines.count) lines, nothing wrong")
    return 0
  }
}

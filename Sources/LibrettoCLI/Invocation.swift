import Primitives

/// A command line that was understood.
struct Invocation {
  let command: Command
  /// Words that are no flags, in order; the file first where one is named.
  private(set) var operands: [String] = []
  /// Where the file's name stands among the words.
  private(set) var fileIndex: Int?
  private var values: [Flag: [String]] = [:]

  /// - Parameter namesFile: whether the first operand of a command on films is a file. In a piece's
  ///   own program it isn't: the file is the program.
  init(_ words: [String], namesFile: Bool) throws(Problem) {
    let verb = try Invocation.command(words.first)
    if verb != .help, words.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" }) {
      command = .help
      operands = [verb.rawValue]
      return
    }
    command = verb
    var index = 1
    while index < words.count {
      let word = words[index]
      if word.hasPrefix("-"), word != "-" {
        index += try readFlag(word, next: index + 1 < words.count ? words[index + 1] : nil)
      } else {
        if operands.isEmpty { fileIndex = index }
        operands.append(word)
        index += 1
      }
    }
    try checkOperands(namesFile: namesFile)
  }

  func value(_ flag: Flag) -> String? { values[flag]?.last }
  func values(_ flag: Flag) -> [String] { values[flag] ?? [] }
  func has(_ flag: Flag) -> Bool { values[flag] != nil }

  private static func command(_ word: String?) throws(Problem) -> Command {
    switch word {
    case nil, "-h", "--help": return .help
    case "--version": return .version
    case let word?:
      if let command = Command(rawValue: word.lowercased()) { return command }
      let near = Suggestion.hints(for: word, among: Command.allCases.map(\.rawValue))
      throw Problem(
        .usage, "there is no command \(word)",
        hints: near + ["libretto help lists the commands"])
    }
  }

  /// Reads a flag and its value, and says how many words they were.
  private mutating func readFlag(_ word: String, next: String?) throws(Problem) -> Int {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard let flag = command.flags.first(where: { $0.names.contains(parts[0]) }) else {
      throw unknownFlag(parts[0])
    }
    guard values[flag] == nil || flag.mayRepeat else {
      throw Problem(.usage, "\(parts[0]) is said twice", hints: "keep one of them")
    }
    guard flag.value != nil else {
      guard parts.count == 1 else { throw Problem(.usage, "\(parts[0]) takes no value") }
      values[flag] = []
      return 1
    }
    if parts.count == 2 {
      values[flag, default: []].append(parts[1])
      return 1
    }
    guard let next, !next.hasPrefix("--") else {
      throw Problem(.usage, "\(word) needs a value", hints: "\(word) \(flag.value ?? "")")
    }
    values[flag, default: []].append(next)
    return 2
  }

  private func unknownFlag(_ word: String) -> Problem {
    let near = Suggestion.hints(for: word, among: command.flags.flatMap(\.names))
    let elsewhere = Command.allCases.first { $0.flags.contains { $0.names.contains(word) } }
    let hints = near.isEmpty ? elsewhere.map { ["\($0.rawValue) takes \(word)"] } ?? [] : near
    return Problem(
      .usage, "\(command.rawValue) has no flag \(word)",
      hints: hints + ["libretto help \(command.rawValue) lists its flags"])
  }

  private func checkOperands(namesFile: Bool) throws(Problem) {
    let allowed: ClosedRange<Int>
    switch command {
    case .render, .still, .plan, .timeline, .graph: allowed = namesFile ? 1...2 : 0...1
    case .list: allowed = namesFile ? 1...1 : 0...0
    case .analyze: allowed = 1...1
    case .lyrics: allowed = 0...3
    case .verify: allowed = 1...1
    case .probe: allowed = 1...Int.max
    case .help: allowed = 0...1
    case .cache, .limits, .doctor, .version: allowed = 0...0
    }
    let usage = command.usage(namesFile: namesFile)
    if operands.count < allowed.lowerBound {
      guard command != .verify else { throw Problem(.usage, "verify needs a film", hints: usage) }
      if command == .analyze { throw Problem(.usage, "analyze needs a song", hints: usage) }
      throw Problem(
        .usage, "\(command.rawValue) needs a file", hints: usage,
        command == .probe
          ? "a picture, a clip or a sound"
          : "a Swift file, a folder of them, or the name of a piece such as NeonRain")
    }
    if operands.count > allowed.upperBound {
      throw Problem(
        .usage, "\(command.rawValue) can't use the word \(operands[allowed.upperBound])", hints: usage)
    }
  }
}

import Primitives

/// What `help` prints.
enum HelpText {
  static func text(for word: String?, namesFile: Bool = true) throws(Problem) -> String {
    guard let word else { return overview }
    guard let command = Command(rawValue: word) else {
      let near = Suggestion.hints(for: word, among: Command.allCases.map(\.rawValue))
      throw Problem(
        .usage, "there is no command \(word)",
        hints: near + ["libretto help lists the commands"])
    }
    return text(for: command, namesFile: namesFile)
  }

  private static var overview: String {
    let commands = Command.allCases.map { columns($0.rawValue, $0.summary) }
    return """
      libretto makes music videos from Swift.

      \(commands.joined(separator: "\n"))

      FILE is a Swift file, a folder of them, or the name of a piece in Compositions/. It is compiled
      and run: a composition is code, and is trusted as code.
      libretto help COMMAND explains one.
      """
  }

  private static func text(for command: Command, namesFile: Bool) -> String {
    let usage = command.usage(namesFile: namesFile)
    let names = command.flags.map { ($0.names + ($0.value.map { [$0] } ?? [])).joined(separator: " ") }
    let width = (names.map(\.count).max() ?? 0) + 2
    let flags = zip(names, command.flags).map { columns($0, $1.help, width: width) }
    let head = "\(usage)\(flags.isEmpty ? "" : " [FLAGS]")\n\n\(command.summary)"
    return flags.isEmpty ? head : head + "\n\n" + flags.joined(separator: "\n")
  }

  private static func columns(_ left: String, _ right: String, width: Int = 12) -> String {
    "  " + left + String(repeating: " ", count: max(2, width - left.count)) + right
  }
}

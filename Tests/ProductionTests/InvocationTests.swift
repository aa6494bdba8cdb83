import Primitives
import Testing

@testable import LibrettoCLI

@Suite("A command line")
struct InvocationTests {
  private func parse(_ line: String, namesFile: Bool = true) throws(Problem) -> Invocation {
    try Invocation(line.split(separator: " ").map(String.init), namesFile: namesFile)
  }

  @Test("is understood with flags in any place")
  func flags() throws {
    let invocation = try parse("render --jobs 3 song.swift -o out.mp4 Name --quality=draft")
    #expect(invocation.command == .render)
    #expect(invocation.operands == ["song.swift", "Name"])
    #expect(invocation.fileIndex == 3)
    #expect(invocation.value(.output) == "out.mp4")
    #expect(invocation.value(.quality) == "draft")
    #expect(try invocation.count(.jobs, in: 1...8) == 3)
  }

  @Test("gathers flags that may repeat")
  func repeats() throws {
    #expect(try parse("still a.swift --at 1 --at frame:90").values(.at) == ["1", "frame:90"])
  }

  @Test(
    "that makes no sense is refused with a hint",
    arguments: [
      ("rendr a", "did you mean render?"), ("render a --qualty draft", "did you mean --quality?"),
      ("render", "libretto render FILE [NAME]"), ("render a b c", "libretto render FILE [NAME]"),
      ("render a --jobs", "--jobs COUNT"), ("render a --jobs --scale 2", "--jobs COUNT"),
      ("render a --at 3", "still takes --at"), ("render a --jobs 1 --jobs 2", "keep one of them"),
      ("doctor now", "libretto doctor"), ("graph a --dot=yes", ""), ("list a b", "libretto list FILE"),
    ])
  func refusals(line: String, hint: String) {
    let problem = #expect(throws: Problem.self) { try parse(line) }
    #expect(problem?.kind == .usage)
    let hints = problem?.hints.joined(separator: "\n") ?? ""
    #expect(hints.contains(hint))
  }

  @Test("has no file where the file is the program")
  func ownProgram() throws {
    #expect(try parse("render Name", namesFile: false).operands == ["Name"])
    #expect(throws: Problem.self) { try parse("render a Name", namesFile: false) }
  }

  @Test(
    "asks for help in several ways", arguments: ["", "help", "--help", "-h", "render --help", "render -h"])
  func help(line: String) throws {
    #expect(try parse(line).command == .help)
  }

  @Test("explains every command", arguments: LibrettoCLI.Command.allCases)
  func helpTexts(command: LibrettoCLI.Command) throws {
    let text = try HelpText.text(for: command.rawValue)
    #expect(text.contains(command.summary))
    #expect(command.flags.allSatisfy { text.contains($0.names[0]) })
  }

  @Test(
    "says which frames are meant",
    arguments: [
      ("", 0..<300), ("--frames 90..<120", 90..<120), ("--frames 90...120", 90..<121),
      ("--from 1 --to 2.5", 30..<75), ("--from frame:7", 7..<300), ("--to 0:01", 0..<30),
    ])
  func frames(flags: String, expected: Range<Int>) throws {
    let range = try parse("render a " + flags).frames(of: 300, rate: 30)
    #expect(range.lowerBound.value..<range.upperBound.value == expected)
  }

  @Test(
    "refuses frames that aren't there",
    arguments: [
      "--frames 290..<301", "--frames 5..<5", "--frames 7..<3", "--frames x", "--frames -1..<3",
      "--frames 1..<99999999999999999999", "--from 2 --to 1", "--from 11", "--from 1 --frames 1..<2",
    ])
  func wrongFrames(flags: String) {
    #expect(throws: Problem.self) { try parse("render a " + flags).frames(of: 300, rate: 30) }
  }

  @Test(
    "reads times",
    arguments: [("12.5", 375), ("1:02.5", 1875), ("1:00:00", 108_000), ("frame:90", 90), ("0", 0)])
  func times(word: String, frame: Int) throws {
    #expect(try MomentWord(word, of: .at).frame(of: 200_000, rate: 30).value == frame)
  }

  @Test(
    "refuses what is no time",
    arguments: ["", "abc", "-1", "1:60", "1:2:3:4", "frame:", "frame:-3", "nan", "inf", "1.5:00", ":"])
  func wrongTimes(word: String) {
    #expect(throws: Problem.self) { try MomentWord(word, of: .at) }
  }
}

import Lyrics
import Testing

@Suite("Two lines of LRC at one time")
struct LRCReadingTests {
  /// The lines as sung, and those under them with the number of the line they go with.
  private static func read(_ lines: String...) throws -> (sung: [String], under: [String]) {
    let text = lines.enumerated().map { "[00:0\($0.offset / 2 + 1).00]\($0.element)" }.joined(
      separator: "\n")
    let sheet = try LyricReader.read(Array(text.utf8), named: "song.lrc").sheet
    let under = sheet.tracks.dropFirst().flatMap { track in
      track.lines.map { "\(track.kind.rawValue) \(track.language) \($0.mainIndex ?? -1) \($0.text)" }
    }
    return (sheet.lines.map(\.text), under)
  }

  @Test("are a line and its translation where they are written in two scripts")
  func scripts() throws {
    let read = try Self.read("君の名は", "What is your name, and where are you", "夜", "I am in the night")
    #expect(read.sung == ["君の名は", "夜"])
    #expect(
      read.under == [
        "translation en 0 What is your name, and where are you", "translation en 1 I am in the night",
      ])
  }

  @Test("are a line and how it is read where nobody would know a language by it")
  func romanization() throws {
    let read = try Self.read("君の名は", "kimi no na wa", "夜", "yoru")
    #expect(read.under == ["romanization  0 kimi no na wa", "romanization  1 yoru"])
  }

  @Test("are a line and its translation where the file is in two languages")
  func languages() throws {
    let read = try Self.read(
      "I walk with you in the rain", "Ich gehe mit dir und es ist Regen", "and all of the night is for me",
      "und die Nacht ist nicht für mich")
    #expect(read.sung == ["I walk with you in the rain", "and all of the night is for me"])
    #expect(read.under.count == 2 && read.under.allSatisfy { $0.hasPrefix("translation de") })
  }

  @Test("are both sung in one language, or by two")
  func duets() throws {
    #expect(try Self.read("I walk with you in the rain", "and you are not in it").under == [])
    #expect(try Self.read("la la la", "na na na").under == [])
    let text = "[00:01.00]F: 君の名は\n[00:01.00]M: What is your name and where are you"
    let sheet = try LyricReader.read(Array(text.utf8), named: "song.lrc").sheet
    #expect(sheet.tracks.count == 1)
  }
}

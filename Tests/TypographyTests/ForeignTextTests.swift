import Testing

@testable import Typography

@Suite("Text in a foreign encoding")
struct ForeignTextTests {
  static let texts: [(String, [UInt8], String)] = [
    ("big5", [0xB8, 0xEA, 0xB0, 0x54], "資訊"), ("GB18030", [0xB8, 0xE8, 0xB4, 0xCA], "歌词"),
    ("shift_jis", [0x89, 0xCC, 0x82, 0xA4], "歌う"), ("EUC-KR", [0xB3, 0xEB, 0xB7, 0xA1], "노래"),
    ("euc-jp", [0xB2, 0xCE], "歌"), ("windows-1250", [0xF8, 0x65, 0xE8], "řeč"),
    ("windows-1251", [0xEF, 0xE5, 0xF1, 0xED, 0xFF], "песня"), ("koi8-r", [0xD0, 0xC5], "пе"),
    ("windows-1252", [0x6E, 0xEF, 0x80], "nï€"), ("latin1", [0xE9], "é"), ("cp437", [0x82], "é"),
    ("UTF-7", Array("+AOk-".utf8), "é"),
  ]

  @Test("is made UTF-8", arguments: texts)
  func decoded(name: String, bytes: [UInt8], text: String) throws {
    let read = try #require(ForeignText(bytes, encoding: name))
    #expect(String(decoding: read.utf8, as: UTF8.self) == text)
    #expect(read.firstBadLine == nil)
  }

  @Test("says where bytes stand for nothing")
  func bad() throws {
    let read = try #require(ForeignText([0x61, 0x0A, 0xFF, 0x0A, 0x62], encoding: "gb18030"))
    #expect(String(decoding: read.utf8, as: UTF8.self) == "a\n\u{FFFD}\nb")
    #expect(read.firstBadLine == 2)
  }

  @Test("may grow to three times its size")
  func grows() throws {
    let read = try #require(ForeignText([UInt8](repeating: 0xB1, count: 1000), encoding: "cp437"))
    #expect(read.utf8.count == 3000)
  }

  @Test("needs an encoding that there is", arguments: ["", "klingon", "utf-9"])
  func unknown(name: String) {
    #expect(!ForeignText.knows(name))
    #expect(ForeignText([0x61], encoding: name) == nil)
  }
}

import Primitives
import Testing

@testable import Lyrics

@Suite("A guess at an encoding")
struct EncodingGuessTests {
  /// A sentence about rain each, in hexadecimal digits.
  static let texts = [
    (
      "big5", "a7daa662a843add3a677c052aabaa95db8ccb751b05fa741aabac16eadb520ab42a440aabda45520a4a3b751b0b1"
    ),
    (
      "gb18030",
      "ced2d4dac3bfb8f6b0b2beb2b5c4d2b9c0efcfebc6f0c4e3b5c4c9f9d2f420d3ead2bbd6b1cfc220b2bbcfebcda3"
    ),
    (
      "shift_jis",
      "96e982cc8a5882f095e082a282c48c4e82cc90ba82f08e7682a28f6f82b72082b882c182c682bb82ce82c982a282c4"
    ),
    (
      "euc-jp",
      "cceba4ceb3b9a4f2cae2a4a4a4c6b7afa4cec0bca4f2bbd7a4a4bdd0a4b920a4baa4c3a4c8a4bda4d0a4cba4a4a4c6"
    ),
    (
      "euc-kr",
      "baf1b0a120bfc0b4c220b9e3bfa120b3cac0c720b8f1bcd2b8aeb8a620bbfdb0a2c7d820bbe7b6fbc7d820b1d7b4ebb8b8c0bb"
    ),
    ("windows-1251", "c4eee6e4fc20e8e4b8f220e2f1fe20edeef7fc20e820ff20efeeecedfe20f2e2eee920e3eeebeef1"),
    ("koi8-r", "e4cfd6c4d820c9c4a3d420d7d3c020cecfded820c920d120d0cfcdcec020d4d7cfca20c7cfcccfd3"),
    ("windows-1250", "50f8ed6c699a209e6c759d6f75e86bfd206bf9f22070ec6c20efe162656c736be920f36479"),
    (
      "windows-1252",
      "64e96ae02076752c206c27e974e9206ff9206a27e974616973206e61ef766520e76120766120ea747265206c27e26765"
    ),
  ]

  @Test("names the likeliest first", arguments: texts)
  func guesses(name: String, digits: String) throws {
    let pairs = Array(digits)
    let bytes = stride(from: 0, to: pairs.count, by: 2).map {
      UInt8(String(pairs[$0...($0 + 1)]), radix: 16) ?? 0
    }
    let stamp = Array("[00:01.00]".utf8)
    let likely = EncodingGuess.likely((stamp + bytes)[...])
    #expect(likely.first == name)
    let reading = try LyricReader.read(stamp + bytes, named: "a.lrc")
    #expect(reading.warnings.first?.problem.hints.first?.hasSuffix("--encoding \(name)") == true)
  }

  @Test("isn't made for a broken end of UTF-8")
  func nearlyUTF8() throws {
    let reading = try LyricReader.read(Array("[00:01.00]夜の街を".utf8.dropLast()), named: "a.lrc")
    #expect(reading.warnings.first?.problem.hints == ["the rest of the file is UTF-8"])
  }
}

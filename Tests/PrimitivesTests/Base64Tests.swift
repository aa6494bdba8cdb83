import Testing

@testable import Primitives

@Suite("Base 64")
struct Base64Tests {
  @Test(
    "is read in both alphabets, with and without padding; all else is passed over",
    arguments: [
      ("", []), ("Zg==", Array("f".utf8)), ("Zm8", Array("fo".utf8)),
      ("Zm9v\n  Ym Fy", Array("foobar".utf8)),
      ("+/+/", [251, 255, 191]), ("-_-_", [251, 255, 191]), ("A", []), ("é!", []),
    ])
  func read(text: String, bytes: [UInt8]) { #expect(Base64.bytes(of: text) == bytes) }
}

/// How a file's bytes stand for characters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case latin1
  case windows1252 = "windows-1252"
}

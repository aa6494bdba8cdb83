/// How a file's bytes stand for Unicode's characters. What is in another encoding is converted before
/// it gets here.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
}

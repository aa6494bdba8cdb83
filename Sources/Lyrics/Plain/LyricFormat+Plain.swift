internal import Primitives

extension LyricFormat {
  /// What anything is that nothing marks as something else.
  package static let plain = LyricFormat(name: "plain text", endings: ["txt"], read: PlainReader.read)
}

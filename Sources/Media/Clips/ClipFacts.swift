package import Primitives

/// What must be known of a moving picture before its frames are.
package struct ClipFacts: Hashable, Sendable {
  /// As displayed: square pixels, the right way up.
  package var size: PixelSize
  package var frameCount: Int
  /// From the first frame's begin to the last one's end.
  package var length: Time
  /// How many frames a second has, or has on average.
  package var rate: FrameRate
  /// Whether frames last differently long.
  package var isVariable: Bool
  package var hasAlpha: Bool
  /// Lines come in two fields, which are made whole again.
  package var isInterlaced: Bool
  /// Whether it has sound, and how much later than its first frame that begins; less than zero for earlier.
  package var soundDelay: Time?
  /// How its frames are packed: `h264`, `GIF`.
  package var coding: String
  /// What its numbers are, in a few words.
  package var colour: String
  /// Bits of a sample.
  package var depth: Int
  /// Of the file's bytes, or of those of all files of a sequence.
  package var digest: Fingerprint
}

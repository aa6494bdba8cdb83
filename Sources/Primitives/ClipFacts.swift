/// What must be known of a moving picture before its frames are.
package struct ClipFacts: Hashable, Sendable {
  /// As displayed: square pixels, the right way up.
  package var size: PixelSize
  /// When each frame begins.
  package var index: ClipIndex
  /// How many frames a second has, or has on average.
  package var rate: FrameRate
  /// Whether frames last differently long.
  package var isVariable: Bool
  package var hasAlpha: Bool
  /// Lines come in two fields, which are made whole again.
  package var isInterlaced = false
  /// How often the file says that it plays; nil for ever.
  package var playCount: Int? = 1
  /// Whether it has sound, and how much later than its first frame the first decoded sample is; less than
  /// zero for earlier.
  package var soundDelay: Time?
  /// How its frames are packed: `h264`, `GIF`.
  package var coding = ""
  /// What its numbers are, in a few words.
  package var color = ""
  /// Bits of a sample.
  package var depth = 8
  /// Of the file's bytes, or of those of all files of a sequence.
  package var digest: Fingerprint

  package init(
    size: PixelSize, index: ClipIndex, rate: FrameRate, isVariable: Bool, hasAlpha: Bool,
    digest: Fingerprint
  ) {
    self.size = size
    self.index = index
    self.rate = rate
    self.isVariable = isVariable
    self.hasAlpha = hasAlpha
    self.digest = digest
  }

  package var frameCount: Int { index.count }
  /// From the first frame's begin to the last one's end.
  package var length: Time { index.length }
}

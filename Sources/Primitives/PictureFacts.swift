/// What must be known of a picture before it is painted.
package struct PictureFacts: Hashable, Sendable {
  /// As displayed, turned the right way up.
  package var size: PixelSize
  package var hasAlpha: Bool
  /// Of the file's bytes.
  package var digest: Fingerprint
  /// Whether it is a drawing that can be painted at any size.
  package var isVector: Bool

  package init(size: PixelSize, hasAlpha: Bool, digest: Fingerprint, isVector: Bool = false) {
    self.isVector = isVector
    self.size = size
    self.hasAlpha = hasAlpha
    self.digest = digest
  }
}

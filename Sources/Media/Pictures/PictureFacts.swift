package import Primitives

/// What a picture's header tells.
package struct PictureFacts: Hashable, Sendable {
  /// As it is displayed: upright.
  package var size: PixelSize
  /// Whether pixels may be transparent; none need be.
  package var hasAlpha: Bool
  /// Stands for the file's bytes.
  package var digest: Fingerprint

  package init(size: PixelSize, hasAlpha: Bool, digest: Fingerprint) {
    self.size = size
    self.hasAlpha = hasAlpha
    self.digest = digest
  }
}

/// What is too large to be read.
package enum PictureLimits {
  package static let fileBytes = 512 << 20
  /// Pixels along a side.
  package static let side = 16_384
  package static let pixels = 128 << 20
}

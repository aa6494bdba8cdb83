/// What is too large to be read.
package enum PictureLimits {
  package static let fileBytes = 512 << 20
  /// Pixels along a side.
  package static let side = 16_384
  package static let pixels = 128 << 20
}

/// What is too large to be read, or made.
package enum PictureLimits {
  package static var fileBytes: Int { MediaLimit.fileBytes.value }
  /// Pixels along a side.
  package static var side: Int { MediaLimit.side.value }
  package static var pixels: Int { MediaLimit.pixels.value }
}

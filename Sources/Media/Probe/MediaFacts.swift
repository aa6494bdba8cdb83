package import Primitives

/// What a file of pictures or sound is, found by looking into it.
package struct MediaFacts: Sendable {
  package enum Kind: String, Sendable {
    case picture, animation, clip, sound
  }

  /// One of the streams a file is made of.
  package struct Stream: Sendable {
    /// `video`, `audio` and what else libav knows.
    package var kind: String
    package var coding: String
    package var size: PixelSize?
    package var sampleRate: Int?
    package var channels: Int?
  }

  package var kind: Kind
  /// How it is packed: `progressive JPEG`, `h264`, `aac`.
  package var coding: String
  /// As displayed: square pixels, the right way up.
  package var size: PixelSize?
  package var frameCount: Int?
  package var length: Time?
  package var rate: FrameRate?
  package var isVariable = false
  /// Bits of a sample.
  package var depth: Int?
  package var color: String?
  package var hasAlpha: Bool?
  package var sampleRate: Int?
  package var channels: Int?
  package var streams: [Stream] = []
  /// Why it can't be played, where the rest is only what its header says of sound that isn't there.
  package var lack: String?
}

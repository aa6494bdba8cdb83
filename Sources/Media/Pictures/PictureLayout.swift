internal import Primitives

/// Where everything is in a picture file of one kind. Making one reads headers, keeps to the limits and
/// allocates nothing for pixels.
protocol PictureLayout: Sendable {
  /// What the file is called: `JPEG`, `progressive JPEG`.
  var name: String { get }
  /// As stored, before turning.
  var size: PixelSize { get }
  var orientation: Orientation { get }
  var hasAlpha: Bool { get }
  /// Bits of a sample.
  var depth: Int { get }
  /// Of what its numbers are, in a word: `sRGB`, or a profile's name.
  var color: String { get }
  /// How long each frame of a moving picture is shown; empty for a still one.
  var frameLengths: [Time] { get }
  /// How often the frames of a moving picture play; nil for ever.
  var playCount: Int? { get }
  var isVector: Bool { get }

  /// Decodes it, not turned. Damage anywhere in it is an error. Only a vector drawing is made larger.
  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap
  /// A reader of its frames.
  func frames(of bytes: [UInt8]) throws(PictureFault) -> any FramePlayer
}

/// Decodes the frames of a moving picture in order.
protocol FramePlayer: AnyObject {
  /// The next frame, all of it; nil after the last.
  func next() throws(PictureFault) -> Bitmap?
}

extension PictureLayout {
  var orientation: Orientation { .upright }
  var frameLengths: [Time] { [] }
  var playCount: Int? { 1 }
  var isVector: Bool { false }

  func frames(of bytes: [UInt8]) throws(PictureFault) -> any FramePlayer {
    LoneFrame(try bitmap(of: bytes, enlarged: 1))
  }
}

/// The only frame of a still picture.
final class LoneFrame: FramePlayer {
  private var bitmap: Bitmap?
  init(_ bitmap: Bitmap) { self.bitmap = bitmap }
  func next() throws(PictureFault) -> Bitmap? {
    defer { bitmap = nil }
    return bitmap
  }
}

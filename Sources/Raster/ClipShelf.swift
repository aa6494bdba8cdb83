import FrameGraph
package import Primitives

/// The frames of one clip, for one painter.
package protocol ClipFrames: AnyObject {
  /// The same number always gives the same pixels, whatever was asked before.
  func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap
  /// From now on no more is kept of what was decoded.
  func keep(atMost bytes: Int)
}

/// The clips that one painter shows, and their frames that were seen last.
///
/// Clips are decoded forward, so each painter reads them by itself: what another one shows has no say.
final class ClipShelf {
  private struct Clip {
    let frames: any ClipFrames
    var lastUse: Int
  }

  private struct Frame {
    let pyramid: Pyramid
    var lastUse: Int
  }

  private let pictures: PictureStore
  private var clips: [Fingerprint: Clip] = [:]
  private var frames: [PictureSource: Frame] = [:]
  /// Counts drawings.
  private var clock = 0
  private var lastForgetting = 0

  init(_ pictures: PictureStore) { self.pictures = pictures }

  /// To be said before each drawing. What the one before didn't show is forgotten.
  func turnPage() {
    for (source, frame) in frames where frame.lastUse < clock { frames[source] = nil }
    clock += 1
  }

  /// Closes the clips that weren't shown since this was last asked.
  func forgetUnused() {
    let count = clips.count
    for (digest, clip) in clips where clip.lastUse <= lastForgetting { clips[digest] = nil }
    lastForgetting = clock
    if clips.count < count { share() }
  }

  /// A frame as a picture at several scales.
  func pyramid(of source: PictureSource, _ number: FrameIndex) throws(Problem) -> Pyramid {
    if let frame = frames[source] {
      frames[source]?.lastUse = clock
      clips[source.digest]?.lastUse = clock
      return frame.pyramid
    }
    let pyramid = Pyramid(try reader(of: source.digest).bitmap(number))
    frames[source] = Frame(pyramid: pyramid, lastUse: clock)
    return pyramid
  }

  private func reader(of digest: Fingerprint) throws(Problem) -> any ClipFrames {
    if let clip = clips[digest] {
      clips[digest]?.lastUse = clock
      return clip.frames
    }
    let frames = try pictures.openClip(digest)
    clips[digest] = Clip(frames: frames, lastUse: clock)
    share()
    return frames
  }

  /// Gives each open clip its part of what may be kept.
  private func share() {
    for clip in clips.values { clip.frames.keep(atMost: pictures.clipBytes / max(1, clips.count)) }
  }
}

import FrameGraph
package import Primitives

/// The frames of one clip, read by one decoder.
package protocol ClipFrames: AnyObject {
  /// The same number always gives the same pixels, whatever was asked before.
  func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap
  /// How many frames it decodes to give one: none if it is at hand. nil if it has to begin anew for it.
  func distance(to frame: FrameIndex) -> Int?
  /// From now on no more is kept of what was decoded.
  func keep(atMost bytes: Int)
  /// What it takes to decode, besides what is kept.
  var decoderBytes: Int { get }
  /// What one frame takes that is kept.
  var frameBytes: Int { get }
}

/// The frames of clips that one painter showed last.
///
/// Clips are decoded forward, so each painter reads them by itself: what another one shows has no say.
final class ClipShelf {
  private let heads: Playheads
  private var frames: [PictureSource: Pyramid] = [:]
  /// Of those, the ones that this drawing or the one before showed.
  private var shown: (now: Set<PictureSource>, before: Set<PictureSource>) = ([], [])

  init(_ pictures: PictureStore) { heads = Playheads(pictures) }

  /// To be said before each drawing, with the frames of clips in it. What the one before didn't show is forgotten.
  func turnPage(showing sources: [PictureSource]) {
    shown = ([], shown.now)
    frames = frames.filter { shown.before.contains($0.key) }
    heads.turnPage(showing: sources) { frames[$0] != nil }
  }

  /// Closes the clips that weren't shown since this was last asked.
  func forgetUnused() { heads.forgetUnused() }

  /// A frame as a picture at several scales.
  func pyramid(of source: PictureSource, _ number: FrameIndex) throws(Problem) -> Pyramid {
    shown.now.insert(source)
    if let pyramid = frames[source] {
      heads.touch(source.digest, number)
      return pyramid
    }
    let pyramid = Pyramid(try heads.bitmap(source.digest, number))
    frames[source] = pyramid
    return pyramid
  }
}

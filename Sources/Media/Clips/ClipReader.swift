package import Primitives

/// A moving picture whose frames can be had by number, in any order: a film, an animated GIF or WebP, a
/// row of stills, or a single picture.
///
/// The same number always gives the same pixels, whatever was asked before. Not to be shared between
/// threads.
package final class ClipReader {
  package let facts: ClipFacts
  package let index: ClipIndex

  private let source: any FrameSource
  /// What was asked for last: frames are often held.
  private var latest: (number: Int, bitmap: Bitmap)?

  /// Opens what a path names; `frames/####.png` names a row of stills.
  ///
  /// - Parameters:
  ///   - rate: of a row of stills.
  ///   - byteLimit: how much may be kept of what was decoded.
  package init(_ path: String, rate: FrameRate = 30, byteLimit: Int = 192 << 20) throws(Problem) {
    if let row = try StillRow(path, rate: rate) {
      source = row
    } else {
      let start = try InputFile.open(path).start(count: 4096)
      if case .other = PictureKind(of: start), !start.isEmpty {
        source = try FilmFrames(path, digest: InputFile.open(path).digest(), byteLimit: byteLimit)
      } else {
        source = try ClipReader.picture(path, byteLimit: byteLimit)
      }
    }
    (facts, index) = (source.facts, source.index)
  }

  /// A picture, or its frames if it moves. libavcodec plays what moves in a PNG.
  private static func picture(_ path: String, byteLimit: Int) throws(Problem) -> any FrameSource {
    let file = try PictureFile.open(path)
    if let png = file.layout as? PNGLayout, png.isAnimated {
      return try FilmFrames(path, digest: file.facts.digest, byteLimit: byteLimit)
    }
    return PictureFrames(file, byteLimit: byteLimit)
  }

  /// A frame in premultiplied BGRA and sRGB, as displayed.
  package func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
    let number = max(0, min(index.count - 1, frame.value))
    if let latest, latest.number == number { return latest.bitmap }
    let bitmap = try source.bitmap(number)
    latest = (number, bitmap)
    return bitmap
  }
}

/// Where a clip's frames come from.
protocol FrameSource {
  var facts: ClipFacts { get }
  var index: ClipIndex { get }
  /// A frame that the index has.
  func bitmap(_ number: Int) throws(Problem) -> Bitmap
}

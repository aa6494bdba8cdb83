package import Primitives

/// A moving picture whose frames can be had by number, in any order.
///
/// The same number always gives the same pixels, whatever was asked before. Not to be shared between
/// threads.
package final class ClipReader {
  package let facts: ClipFacts

  private let source: any FrameSource
  /// What was asked for last: frames are often held.
  private var latest: (number: Int, bitmap: Bitmap)?

  init(_ facts: ClipFacts, _ source: any FrameSource) {
    (self.facts, self.source) = (facts, source)
  }

  /// Opens what a path names, for one reader alone.
  package convenience init(
    _ path: String, rate: FrameRate = 30, byteLimit: Int = 192 << 20
  ) throws(Problem) {
    let file = try ClipFile.open(path, rate: rate)
    self.init(file.facts, try file.reader(byteLimit: byteLimit).source)
  }

  package var index: ClipIndex { facts.index }

  /// What it takes to decode, besides what is kept.
  package var decoderBytes: Int { source.decoderBytes }
  /// What one frame takes that is kept.
  package var frameBytes: Int { source.frameBytes }
  /// How many frames were decoded so far.
  package var decodedCount: Int { source.decodedCount }

  /// From now on no more is kept of what was decoded.
  package func keep(atMost bytes: Int) { source.keep(atMost: bytes) }

  /// How many frames it decodes to give one: none if it is at hand. nil if it has to begin anew for it.
  package func distance(to frame: FrameIndex) -> Int? {
    let number = number(of: frame)
    return latest?.number == number ? 0 : source.distance(to: number)
  }

  /// A frame in premultiplied BGRA and sRGB, as displayed.
  package func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
    let number = number(of: frame)
    if let latest, latest.number == number { return latest.bitmap }
    let bitmap = try source.bitmap(number)
    latest = (number, bitmap)
    return bitmap
  }

  private func number(of frame: FrameIndex) -> Int { max(0, min(index.count - 1, frame.value)) }
}

/// The frames of one clip for one reader.
protocol FrameSource {
  var decoderBytes: Int { get }
  var frameBytes: Int { get }
  var decodedCount: Int { get }
  /// How many frames are decoded to give one, going on; nil if decoding must begin anew.
  func distance(to number: Int) -> Int?
  /// From now on no more is kept of what was decoded.
  func keep(atMost bytes: Int)
  /// A frame that the index has.
  func bitmap(_ number: Int) throws(Problem) -> Bitmap
}

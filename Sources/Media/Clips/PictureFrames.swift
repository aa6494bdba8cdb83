internal import Primitives

/// The frames of a picture, which are put together one upon the other: GIF and WebP.
final class PictureFrames: FrameSource {
  let facts: ClipFacts
  let index: ClipIndex

  private let file: PictureFile
  private let byteLimit: Int
  private var player: (any FramePlayer)?
  /// The next frame the player gives.
  private var next = 0
  private var kept: [Int: Bitmap] = [:]
  private var order: [Int] = []

  init(_ file: PictureFile, byteLimit: Int) {
    (self.file, self.byteLimit) = (file, byteLimit)
    let layout = file.layout
    let lengths = layout.frameLengths
    // A still picture is a clip of one frame.
    index = ClipIndex(lengths: lengths.isEmpty ? [Time(seconds: 1.0 / 25)] : lengths)
    let grain = Time(ticks: Time.ticksPerSecond / 1000)
    facts = ClipFacts(
      size: file.facts.size, frameCount: index.count, length: index.length, rate: index.rate(grain: grain),
      isVariable: index.isVariable(grain: grain), hasAlpha: layout.hasAlpha, isInterlaced: false,
      soundDelay: nil, coding: layout.name, colour: layout.colour, depth: layout.depth,
      digest: file.facts.digest)
  }

  func bitmap(_ number: Int) throws(Problem) -> Bitmap {
    if let bitmap = kept[number] { return bitmap }
    do throws(PictureFault) {
      if player == nil || next > number {
        player = try file.layout.frames(of: file.bytes)
        next = 0
      }
      while let bitmap = try player?.next()?.turned(file.layout.orientation) {
        keep(bitmap)
        next += 1
        if next > number { return bitmap }
      }
      throw .cutShort
    } catch {
      player = nil
      throw error.problem(file.path)
    }
  }

  private func keep(_ bitmap: Bitmap) {
    kept[next] = bitmap
    order.append(next)
    let most = max(1, byteLimit / max(1, bitmap.pixels.count * 4))
    while order.count > most { kept[order.removeFirst()] = nil }
  }
}

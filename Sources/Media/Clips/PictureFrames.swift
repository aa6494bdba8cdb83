internal import Primitives

/// A picture, or one that moves by itself: GIF and WebP.
struct PictureClip: ClipSource {
  let facts: ClipFacts
  let file: PictureFile

  init(_ file: PictureFile) {
    self.file = file
    let layout = file.layout
    let lengths = layout.frameLengths
    // A still picture is a clip of one frame.
    let index = ClipIndex(lengths: lengths.isEmpty ? [Time(seconds: 1.0 / 25)] : lengths)
    let grain = Time(ticks: Time.ticksPerSecond / 1000)
    var facts = ClipFacts(
      size: file.facts.size, index: index, rate: index.rate(grain: grain),
      isVariable: index.isVariable(grain: grain), hasAlpha: layout.hasAlpha, digest: file.facts.digest)
    facts.playCount = layout.playCount
    (facts.coding, facts.color, facts.depth) = (layout.name, layout.color, layout.depth)
    self.facts = facts
  }

  func frames(byteLimit: Int) -> any FrameSource { PictureFrames(file, byteLimit: byteLimit) }
}

/// The frames of a picture, which are put together one upon the other.
final class PictureFrames: FrameSource {
  private let file: PictureFile
  private var byteLimit: Int
  private var player: (any FramePlayer)?
  /// The next frame the player gives.
  private var next = 0
  private var kept: [Int: Bitmap] = [:]
  private var order: [Int] = []

  init(_ file: PictureFile, byteLimit: Int) {
    (self.file, self.byteLimit) = (file, byteLimit)
  }

  func keep(atMost bytes: Int) {
    byteLimit = bytes
    forget()
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
    forget()
  }

  private func forget() {
    let most = max(1, byteLimit / max(1, file.facts.size.width * file.facts.size.height * 4))
    while order.count > most { kept[order.removeFirst()] = nil }
  }
}

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
  private(set) var decodedCount = 0

  init(_ file: PictureFile, byteLimit: Int) {
    (self.file, self.byteLimit) = (file, byteLimit)
  }

  func keep(atMost bytes: Int) {
    byteLimit = bytes
    forget()
  }

  var frameBytes: Int { max(1, file.facts.size.width * file.facts.size.height * 4) }
  /// The picture that is being put together, and what it becomes.
  var decoderBytes: Int { 2 * frameBytes }

  func distance(to number: Int) -> Int? {
    if kept[number] != nil { return 0 }
    return next <= number ? number - next + 1 : nil
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
        decodedCount += 1
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
    let most = max(2, byteLimit / frameBytes)
    while order.count > most { kept[order.removeFirst()] = nil }
  }
}

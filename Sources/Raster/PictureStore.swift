package import FrameGraph
package import Primitives
import Synchronization

/// The pictures of a film, decoded once each and shared by all workers.
package final class PictureStore: Sendable {
  private let load: @Sendable (Fingerprint, _ enlarged: Int) throws(Problem) -> Bitmap
  /// Opens the clip with a digest, for one painter.
  let openClip: @Sendable (Fingerprint) throws(Problem) -> any ClipFrames
  /// What each painter may keep of frames as they were decoded, and take for decoders beyond one for each clip.
  let clipBytes: Int
  /// How many decoders each painter may have.
  let clipDecoders: Int
  private let shelf = Mutex(Shelf())
  private let byteLimit: Int

  /// - Parameters:
  ///   - clips: opens the clip with a digest.
  ///   - load: decodes the picture with a digest; a vector drawing, so many times as large.
  package init(
    byteLimit: Int = 1 << 30, clipBytes: Int = 192 << 20, clipDecoders: Int = 64,
    clips: @escaping @Sendable (Fingerprint) throws(Problem) -> any ClipFrames = { digest throws(Problem) in
      throw Problem(.bug, "there is no clip \(digest)")
    },
    load: @escaping @Sendable (Fingerprint, _ enlarged: Int) throws(Problem) -> Bitmap
  ) {
    self.byteLimit = byteLimit
    self.clipBytes = clipBytes
    self.clipDecoders = clipDecoders
    self.load = load
    openClip = clips
  }

  /// What the largest picture of a drawing takes at most, while it is decoded or enlarged.
  package static func bytes(toPaint drawing: Drawing) -> Int {
    drawing.samples.filter { $0.source.frame == nil }
      .map { Pyramid.bytes(of: $0.size, at: $0.toScreen.scale, isVector: $0.isVector) }.max() ?? 0
  }

  /// What the clips of a drawing take for each painter, besides what it may keep.
  package static func clipBytes(toPaint drawing: Drawing) -> Int {
    var (frames, clips): ([PictureSource: Int], [Fingerprint: Int]) = ([:], [:])
    for sample in drawing.samples where sample.source.frame != nil {
      // Of this drawing, and of the one before.
      let bytes = 2 * Pyramid.bytes(of: sample.size, at: sample.toScreen.scale, isVector: false)
      frames[sample.source] = max(bytes, frames[sample.source] ?? 0)
      clips[sample.source.digest] = decoderBytes(sample.size)
    }
    return frames.values.reduce(0, +) + clips.values.reduce(0, +)
  }

  /// What decoders take for each painter beyond one for each clip, where a drawing shows clips at several moments and
  /// their samples have two bytes.
  package static func furtherDecoderBytes(toPaint drawing: Drawing) -> Int {
    var sizes: [PictureSource: PixelSize] = [:]
    for sample in drawing.samples where sample.source.frame != nil { sizes[sample.source] = sample.size }
    let starts = sizes.filter { source, _ in
      let before = source.frame.map { PictureSource(digest: source.digest, frame: $0.advanced(by: -1)) }
      return before.map { sizes[$0] == nil } ?? false
    }
    let all = starts.values.reduce(0) { $0 + decoderBytes($1) }
    let first = Dictionary(starts.map { ($0.key.digest, $0.value) }) { one, _ in one }
    return 2 * (all - first.values.reduce(0) { $0 + decoderBytes($1) })
  }

  /// A decoder looks back at up to sixteen frames of a byte and a half a pixel.
  private static func decoderBytes(_ size: PixelSize) -> Int { size.width * size.height * 32 }

  /// All that a picture's pyramid depends on.
  private struct Key: Hashable {
    let digest: Fingerprint
    let isVector: Bool
  }

  private struct Shelf {
    var pictures: [Key: Slot] = [:]
    var clock: UInt64 = 0
  }

  /// One picture; its lock lets one worker decode while others that need it wait.
  private final class Slot: Sendable {
    let pyramid = Mutex<Pyramid?>(nil)
    let lastUse = Mutex<UInt64>(0)
    /// What it took when it was last weighed.
    let byteCount = Mutex(0)
  }

  /// The level of a picture to sample when it is shown at a scale, and its number.
  func level(
    of digest: Fingerprint, forScale scale: Double, isVector: Bool = false
  ) throws(Problem) -> (PixelPlane, number: Int) {
    let key = Key(digest: digest, isVector: isVector)
    let (pyramid, slot) = try pyramid(of: key)
    let level = try pyramid.level(forScale: scale)
    weigh(slot, pyramid, key)
    return level
  }

  /// A soft, small copy, and the number of the level it takes the place of.
  func blurred(_ digest: Fingerprint, isVector: Bool = false) throws(Problem) -> (PixelPlane, number: Int) {
    let key = Key(digest: digest, isVector: isVector)
    let (pyramid, slot) = try pyramid(of: key)
    let level = try pyramid.blurred()
    weigh(slot, pyramid, key)
    return level
  }

  private func pyramid(of key: Key) throws(Problem) -> (Pyramid, Slot) {
    let slot = shelf.withLock { shelf in
      shelf.clock += 1
      let slot = shelf.pictures[key] ?? Slot()
      slot.lastUse.withLock { $0 = shelf.clock }
      shelf.pictures[key] = slot
      return slot
    }
    let pyramid = try slot.pyramid.withLock { pyramid throws(Problem) in
      if let pyramid { return pyramid }
      let made =
        key.isVector
        ? Pyramid(try load(key.digest, 1)) { [load] times throws(Problem) in try load(key.digest, times) }
        : Pyramid(try load(key.digest, 1))
      pyramid = made
      return made
    }
    return (pyramid, slot)
  }

  /// Makes room when a picture has grown: it was loaded, or a level was added.
  private func weigh(_ slot: Slot, _ pyramid: Pyramid, _ key: Key) {
    let bytes = pyramid.byteCount
    let hasGrown = slot.byteCount.withLock { known in
      defer { known = bytes }
      return known != bytes
    }
    if hasGrown { evict(keeping: key) }
  }

  /// Drops what was used longest ago until the rest fits the limit. Whoever paints with a dropped
  /// picture keeps it until the frame is done.
  private func evict(keeping kept: Key) {
    shelf.withLock { shelf in
      var sizes = shelf.pictures.map { key, slot in
        (key, slot.lastUse.withLock { $0 }, slot.byteCount.withLock { $0 })
      }
      sizes.sort { $0.1 < $1.1 }
      var total = sizes.reduce(0) { $0 + $1.2 }
      for (key, _, bytes) in sizes where total > byteLimit && key != kept {
        shelf.pictures[key] = nil
        total -= bytes
      }
    }
  }
}

extension Drawing {
  /// The frames of clips that it shows.
  var clipFrames: [PictureSource] { samples.map(\.source).filter { $0.frame != nil } }

  fileprivate var samples: [PictureSample] {
    var samples: [PictureSample] = []
    for mark in marks { mark.gather(&samples) }
    return samples
  }
}

extension Mark {
  fileprivate func gather(_ samples: inout [PictureSample]) {
    switch self {
    case .fill(_, let ink, _, _), .stroke(_, _, let ink, _, _), .text(_, _, let ink, _, _),
      .lights(_, let ink, _, _):
      if case .picture(let sample) = ink { samples.append(sample) }
    case .group(let group):
      for mark in group.marks { mark.gather(&samples) }
      for mark in group.mask?.marks ?? [] { mark.gather(&samples) }
    case .dissolve(let from, let to, _):
      for mark in from + to { mark.gather(&samples) }
    case .mix(let from, let to, let matte):
      for mark in from + to { mark.gather(&samples) }
      if let sample = matte.sample { samples.append(sample) }
    case .sheet(let sheet):
      for mark in sheet.marks { mark.gather(&samples) }
    case .beneath: break
    }
  }
}

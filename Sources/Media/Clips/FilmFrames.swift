internal import CEngine
internal import Primitives

/// A film that libavcodec decodes: where its frames are, and how they look.
struct FilmClip: ClipSource {
  let facts: ClipFacts
  let file: KnownFile
  let packets: PacketIndex
  let look: FilmFrames.Look
  let weight: DecoderWeight

  var path: String { file.path }

  init(_ path: String, playCount: Int? = 1) throws(Problem) {
    let input = try InputFile.open(path)
    let scan = try Demuxer.open(path)
    let stream = try FilmDecoder.pictures(of: scan, path)
    packets = try PacketIndex(reading: scan, stream, of: path)
    var decoder = try FilmDecoder.open(path)
    guard try decoder.next() else { throw Problem(.badInput, "no frame of \(path) can be decoded") }
    let streams = ClipStreams(scan, stream, packets)
    look = try FilmFrames.Look(decoder.frame, streams, path)
    weight = decoder.weight
    file = KnownFile(path, input.stamp, digest: try input.digest(), isStreamed: true)
    var facts = ClipFacts(
      ClipIndex(packets, stream), streams, look, decoder.frame, digest: file.digest)
    facts.playCount = playCount
    self.facts = facts
    try file.check()
  }

  func frames(byteLimit: Int) throws(Problem) -> any FrameSource {
    try FilmFrames(of: self, byteLimit: byteLimit)
  }
}

/// The frames of a film, by number.
///
/// Decodes forward, and goes back to a key frame only when it must. What came out lately is kept as far as that
/// is allowed, still packed as the decoder gave it, so that playing backwards decodes each stretch only now and then.
final class FilmFrames: FrameSource {
  private let clip: FilmClip
  private let packets: PacketIndex
  private var decoder: FilmDecoder
  /// The next frame the decoder gives, if it goes on; nil after its last.
  private var next: Int? = 0
  private var isFromStart = true
  private var shelf: FrameShelf
  private(set) var decodedCount = 0
  /// Frames that a file names and doesn't have, and what is shown in their place.
  private var substitutes: [Int: Int] = [:]

  /// How a decoded frame is made what is seen.
  struct Look: Sendable {
    var matrix: Int
    var isFull: Bool
    var color: ColorReading
    /// With square pixels, before turning.
    var size: PixelSize
    var orientation: Orientation
  }

  init(of clip: FilmClip, byteLimit: Int) throws(Problem) {
    self.clip = clip
    packets = clip.packets
    shelf = FrameShelf(byteLimit: byteLimit)
    try clip.file.check()
    decoder = try FilmDecoder.open(clip.path)
  }

  var decoderBytes: Int { clip.weight.decoder }
  var frameBytes: Int { clip.weight.frame }

  func keep(atMost bytes: Int) { shelf.byteLimit = bytes }

  func distance(to number: Int) -> Int? {
    let number = substitutes[number] ?? number
    if shelf[number] != nil { return 0 }
    // Nearer than any key: decoding on is the shortest way.
    guard let next, next <= number, packets.keyFrame(before: number) <= next else { return nil }
    return number - next + 1
  }

  func bitmap(_ number: Int) throws(Problem) -> Bitmap {
    let number = substitutes[number] ?? number
    if shelf[number] == nil { try fetch(number) }
    guard let frame = shelf[substitutes[number] ?? number] else {
      throw Problem(.badInput, "frame \(number) of \(clip.path) can't be decoded")
    }
    return try clip.look.bitmap(of: frame, clip.path)
  }

  /// Decodes until a frame is on the shelf, or it is known that there is none.
  private func fetch(_ number: Int) throws(Problem) {
    try approach(number)
    if try decode(to: number) { return }
    // After a jump a decoder may leave out what it can't be sure of; from the beginning it can.
    if !isFromStart {
      try restart()
      if try decode(to: number) { return }
    }
    try clip.file.check()
    // The file promised a frame and hasn't it: the one before is held, or the first one there is.
    guard let held = shelf.last(before: number) ?? shelf.first else { return }
    substitutes[number] = held
  }

  /// Sees to it that the decoder stands before a frame, and not too far.
  private func approach(_ number: Int) throws(Problem) {
    if distance(to: number) != nil { return }
    let start = packets.start(for: number)
    if start > 0, decoder.seek(to: start, in: packets) {
      isFromStart = false
      next = packets.frame(shownAt: packets.packets[start].time)
    } else {
      try restart()
    }
  }

  private func restart() throws(Problem) {
    try clip.file.check()
    decoder = try FilmDecoder.open(clip.path)
    (next, isFromStart) = (0, true)
  }

  /// Decodes on; false if the frame was passed over or the film ended.
  private func decode(to number: Int) throws(Problem) -> Bool {
    while try decoder.next() {
      decodedCount += 1
      let found: Int?
      if packets.isTimed {
        let time = decoder.frame.raw.pointee.best_effort_timestamp
        found = packets.frame(shownAt: time)
        if found == nil, time > packets.times[number] { return false }
      } else {
        found = next
      }
      guard let found, found < packets.times.count else { continue }
      next = found + 1
      try shelf.keep(decoder.frame.raw, as: found)
      if found == number { return true }
      if found > number { return false }
    }
    next = nil
    return false
  }
}

extension ClipIndex {
  init(_ packets: PacketIndex, _ stream: UnsafeMutablePointer<AVStream>) {
    let rate =
      stream.pointee.avg_frame_rate.num > 0 ? stream.pointee.avg_frame_rate : stream.pointee.r_frame_rate
    let counted = AVRational(num: max(1, rate.den), den: max(1, rate.num))
    let base = packets.isTimed ? stream.pointee.time_base : counted
    func time(_ ticks: Int64) -> Time {
      let scaled = Int128(ticks) * Int128(base.num) * Int128(Time.ticksPerSecond) / Int128(max(1, base.den))
      return Time(ticks: Int64(clamping: scaled))
    }
    let first = packets.times.first ?? 0
    let starts = packets.times.map { time($0 &- first) }
    let last = starts.last ?? .zero
    // A last frame without a length lasts as long as the others, or as the rate says.
    let mean = starts.count > 1 ? Time(ticks: last.ticks / Int64(starts.count - 1)) : time(1)
    let usual = rate.num > 0 ? Time(seconds: 1 / av_q2d(rate)) : mean
    let length =
      packets.isTimed && packets.lastLength > 0 ? time(packets.lastLength) : starts.count > 1 ? mean : usual
    self.init(starts: starts, length: last + max(Time(ticks: 1), length))
  }
}

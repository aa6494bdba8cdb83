internal import Primitives

/// Plays one track into a mix. Its file is open only while it is heard.
final class TrackPlayer {
  private let track: SoundTrack
  /// In samples of the film: where its first sample would be, and where nothing more is heard.
  private let begin: Int64
  private let end: Int64
  private let shape: TrackShape
  private var stream: SoundStream?
  private var isOver = false
  /// Samples that were read and not yet heard, and how many of them are used up.
  private var piece: [Float] = []
  private var used = 0

  init(_ track: SoundTrack, filmEnd: Int64) throws(Problem) {
    self.track = track
    begin = track.start.samples(rate: EncodedSound.sampleRate)
    end = try TrackPlayer.end(of: track, from: begin, filmEnd: filmEnd)
    shape = TrackShape(track.treatment, length: max(0, end - begin))
  }

  private static func end(of track: SoundTrack, from begin: Int64, filmEnd: Int64) throws(Problem) -> Int64
  {
    func after(_ length: Time) -> Int64 {
      sum(begin, max(0, length.samples(rate: EncodedSound.sampleRate)))
    }
    if let length = track.length { return min(filmEnd, after(length)) }
    // Only a fade needs to know beforehand where the file ends.
    guard track.treatment.fadeOut > .zero, track.treatment.loop == nil else { return filmEnd }
    let heard = try SongFile.probe(track.path).length - track.from
    return min(filmEnd, after(heard / track.treatment.speed))
  }

  /// Adds what is heard of it from `position` on to a block of the film, left and right by turns.
  ///
  /// - Parameter gains: more to multiply with, one for each sample of the block; nil for none.
  func add(to block: inout [Float], at position: Int64, gains: [Float]? = nil) throws(Problem) {
    let first = max(position, begin)
    let last = min(position + Int64(block.count / 2), end)
    guard first < last, !isOver else {
      if position >= end { stop() }
      return
    }
    if stream == nil { try startReading(at: first) }
    var target = first
    while target < last, !isOver {
      guard try fill() else { break }
      let count = min(Int(last - target), piece.count / 2 - used)
      mix(count, into: &block, from: Int(target - position), index: target - begin, gains)
      used += count
      target += Int64(count)
    }
  }

  private func mix(
    _ count: Int, into block: inout [Float], from offset: Int, index: Int64, _ gains: [Float]?
  ) {
    for step in 0..<count {
      let (left, right) = shape.gains(at: index + Int64(step))
      let more = gains.map { $0[offset + step] } ?? 1
      let (at, from) = ((offset + step) * 2, (used + step) * 2)
      if piece[from].isFinite { block[at] += piece[from] * (left * more) }
      if piece[from + 1].isFinite { block[at + 1] += piece[from + 1] * (right * more) }
    }
  }

  /// Opens the file and throws away what would have been heard before the first sample that is.
  private func startReading(at first: Int64) throws(Problem) {
    stream = try SoundStream(track)
    var rest = first - begin
    while rest > 0, try fill() {
      let count = min(Int(clamping: rest), piece.count / 2 - used)
      used += count
      rest -= Int64(count)
    }
  }

  /// Whether there are samples at hand, reading more if need be.
  private func fill() throws(Problem) -> Bool {
    if used < piece.count / 2 { return true }
    guard let more = try stream?.next() else {
      stop()
      return false
    }
    (piece, used) = (more, 0)
    return true
  }

  private func stop() {
    (isOver, piece, used) = (true, [], 0)
    stream = nil
  }

  private static func sum(_ first: Int64, _ second: Int64) -> Int64 {
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? .max : sum
  }
}

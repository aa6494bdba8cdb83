internal import Primitives

/// Plays one track into a mix. Its file is open only while it is heard.
final class TrackPlayer {
  private let track: SoundTrack
  /// In samples of the film: where its first sample would be, and where nothing more is heard.
  private let begin: Int64
  private let end: Int64
  private let fadeIn: Int64
  private let fadeOut: Int64
  private let crossIn: Int64
  private let crossOut: Int64
  private var reader: SoundReader?
  private var isOver = false
  /// Samples that were read and not yet heard, and how many of them are used up.
  private var piece: [Float] = []
  private var used = 0

  init(_ track: SoundTrack, filmEnd: Int64) throws(Problem) {
    let rate = EncodedSound.sampleRate
    self.track = track
    begin = track.start.samples(rate: rate)
    fadeIn = max(0, track.fadeIn.samples(rate: rate))
    fadeOut = max(0, track.fadeOut.samples(rate: rate))
    crossIn = max(0, track.crossIn.samples(rate: rate))
    crossOut = max(0, track.crossOut.samples(rate: rate))
    var end = filmEnd
    if let length = track.length {
      end = min(end, TrackPlayer.sum(begin, max(0, length.samples(rate: rate))))
    }
    // Only a fade needs to know beforehand where the song ends, and a length tells it.
    if fadeOut > 0 || crossOut > 0, track.length == nil {
      let heard = try SongFile.probe(track.path).length - track.from
      end = min(end, TrackPlayer.sum(begin, max(0, heard.samples(rate: rate))))
    }
    self.end = end
  }

  /// Adds what is heard of it from `position` on to a block of the film, left and right by turns.
  func add(to block: inout [Float], at position: Int64) throws(Problem) {
    let first = max(position, begin)
    let last = min(position + Int64(block.count / 2), end)
    guard first < last, !isOver else {
      if position >= end { stop() }
      return
    }
    if reader == nil { try startReading(at: first) }
    var target = first
    while target < last, !isOver {
      guard try fill() else { break }
      let count = min(Int(last - target), piece.count / 2 - used)
      mix(count, into: &block, from: Int(target - position), index: target - begin)
      used += count
      target += Int64(count)
    }
  }

  private func mix(_ count: Int, into block: inout [Float], from offset: Int, index: Int64) {
    let gain = track.gain.isFinite ? track.gain : 0
    for step in 0..<count {
      let factor = Float(gain * fade(at: index + Int64(step)))
      for channel in 0..<2 {
        let sample = piece[(used + step) * 2 + channel]
        if sample.isFinite { block[(offset + step) * 2 + channel] += sample * factor }
      }
    }
  }

  /// Straight lines, and for cross-fades those of the power: the first sample of a fade-in and the last one
  /// of a fade-out are silent.
  private func fade(at index: Int64) -> Double {
    let left = max(0, end - begin - 1 - index)
    func share(_ position: Int64, of length: Int64) -> Double {
      position < length ? Double(position) / Double(length) : 1
    }
    let power = share(index, of: crossIn) * share(left, of: crossOut)
    return share(index, of: fadeIn) * share(left, of: fadeOut) * (power < 1 ? power.squareRoot() : 1)
  }

  /// Opens the song and throws away what comes before its first sample heard.
  private func startReading(at first: Int64) throws(Problem) {
    reader = try SoundReader.open(track.path)
    let from = max(0, track.from.samples(rate: EncodedSound.sampleRate))
    var rest = TrackPlayer.sum(from, first - begin)
    while rest > 0, try fill() {
      let count = min(Int(clamping: rest), piece.count / 2 - used)
      used += count
      rest -= Int64(count)
    }
  }

  /// Whether there are samples at hand, reading more if need be.
  private func fill() throws(Problem) -> Bool {
    if used < piece.count / 2 { return true }
    guard let more = try reader?.next() else {
      stop()
      return false
    }
    (piece, used) = (more, 0)
    return true
  }

  private func stop() {
    (isOver, piece, used) = (true, [], 0)
    reader = nil
  }

  private static func sum(_ first: Int64, _ second: Int64) -> Int64 {
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? .max : sum
  }
}

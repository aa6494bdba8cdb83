internal import Primitives

/// Tells how much softer a track is while others are heard, and begins with it before they do.
final class Ducker {
  private let ducking: Ducking
  private let others: [TrackPlayer]
  /// How far ahead it listens: as long as the way down takes.
  private let ahead: Int64
  /// What the volume changes in a sample, at most.
  private let step: Float
  private let floor: Float
  private var volume: Float = 1
  /// For how many more samples the others count as heard.
  private var heardFor: Int64 = 0

  /// Softer than this, a sound isn't there: −46 dB.
  private static let threshold: Float = 0.005
  /// Pauses between words are no reason to come back.
  private static let patience = Int64(EncodedSound.sampleRate) * 3 / 10

  init(_ ducking: Ducking, under tracks: [SoundTrack], filmEnd: Int64) throws(Problem) {
    self.ducking = ducking
    others = try tracks.map { track throws(Problem) in try TrackPlayer(track, filmEnd: filmEnd) }
    ahead = max(1, ducking.over.samples(rate: EncodedSound.sampleRate))
    floor = Float(max(0, min(1, ducking.volume)))
    step = (1 - floor) / Float(ahead)
  }

  /// Multiplies gains, one for each sample from `position` on. Positions follow each other.
  func apply(to gains: inout [Float], at position: Int64) throws(Problem) {
    var block = [Float](repeating: 0, count: gains.count * 2)
    for other in others { try other.add(to: &block, at: position + ahead) }
    for index in gains.indices {
      if max(block[index * 2].magnitude, block[index * 2 + 1].magnitude) > Ducker.threshold {
        heardFor = ahead + Ducker.patience
      }
      volume = heardFor > 0 ? max(floor, volume - step) : min(1, volume + step)
      heardFor -= heardFor > 0 ? 1 : 0
      gains[index] *= volume
    }
  }

  /// Listens to what comes before the first sample that is wanted.
  func begin(at position: Int64) throws(Problem) {
    let lead = ahead + Ducker.patience + ahead
    var from = max(-ahead, position - lead)
    while from < position {
      var gains = [Float](repeating: 1, count: Int(min(1024, position - from)))
      try apply(to: &gains, at: from)
      from += Int64(gains.count)
    }
  }
}

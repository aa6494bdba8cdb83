import Media
package import Primitives

/// A song with clicks on its beats, higher and louder on downbeats, so that one hears whether they are right.
package enum ClickTrack {
  private static let rate = EncodedSound.sampleRate
  /// 30 ms.
  private static let length = rate * 3 / 100

  package static func write(_ song: String, with rhythm: Rhythm, to path: String) throws(Problem) {
    let downbeats = Set(rhythm.downbeats)
    let clicks = rhythm.beats.enumerated().map { index, time in
      (at: Int((time * Double(rate)).rounded()), sound: downbeats.contains(index) ? high : low)
    }
    var reader = try SoundReader.open(song)
    var writer = try WaveWriter.create(path)
    var (position, next) = (0, 0)
    while var piece = try reader.next() {
      try Interruption.check()
      let count = piece.count / 2
      // Softer, so that clicks have room.
      for index in piece.indices { piece[index] *= 0.6 }
      while next < clicks.count, clicks[next].at + length <= position { next += 1 }
      for click in clicks[next...] {
        guard click.at < position + count else { break }
        for index in max(click.at, position)..<min(click.at + length, position + count) {
          let sample = click.sound[index - click.at]
          piece[(index - position) * 2] += sample
          piece[(index - position) * 2 + 1] += sample
        }
      }
      position += count
      try writer.append(piece)
    }
    try writer.finish()
  }

  private static let high = click(1760, gain: 0.5)
  private static let low = click(1175, gain: 0.32)

  private static func click(_ frequency: Double, gain: Double) -> [Float] {
    (0..<length).map { index in
      let time = Double(index) / Double(rate)
      let fade = 1 - Double(index) / Double(length)
      return Float(gain * fade * fade * ExactMath.sin(2 * .pi * frequency * time))
    }
  }
}

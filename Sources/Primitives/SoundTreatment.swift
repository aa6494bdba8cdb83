/// What is done to a sound on its way into the mix: looped, brought to its speed, then made louder or softer.
package struct SoundTreatment: Hashable, Sendable {
  /// What samples are multiplied with, by the time since it began.
  package var volume: Contour
  /// From −1, left alone, to 1, right alone.
  package var balance: Contour
  package var fadeIn: Time
  /// Ends with the sound, its file or the film, whichever is first.
  package var fadeOut: Time
  package var fadeShape = FadeShape.straight
  /// How many times as fast as recorded.
  package var speed = 1.0
  /// Whether another speed leaves it as high as it was.
  package var keepsPitch = true
  /// The part of the file that is heard again and again, from wherever it begins; nil if it is heard once.
  package var loop: Range<Time>?
  package var duckings: [Ducking] = []

  package init(
    volume: Contour = Contour(1), balance: Contour = Contour(0), fadeIn: Time = .zero, fadeOut: Time = .zero
  ) {
    self.volume = volume
    self.balance = balance
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
  }

  /// Nothing is done at all.
  package static let none = SoundTreatment()

  /// What speeds can be had.
  package static let speeds = 0.25...4.0

  /// Where in the file it is, so far on from where it was: what loops comes back.
  package func looped(_ place: Time) -> Time {
    guard let loop, loop.lowerBound < loop.upperBound, place >= loop.upperBound else { return place }
    return loop.lowerBound
      + Time(ticks: (place - loop.lowerBound).ticks % (loop.upperBound - loop.lowerBound).ticks)
  }
}

/// How loud a fade is on its way from silence.
package enum FadeShape: String, Hashable, Sendable {
  case straight
  /// Two sounds that cross this way are as strong together as each of them is alone.
  case equalPower
}

/// Made softer while another file is heard.
package struct Ducking: Hashable, Sendable {
  /// Where the other file is.
  package var path: String
  package var volume: Double
  /// How long the way down takes, which ends when the other begins; and the way up, once it is over.
  package var over: Time

  package init(path: String, volume: Double, over: Time) {
    self.path = path
    self.volume = volume
    self.over = over
  }
}

extension SoundTreatment: Fingerprintable {
  /// All but the files it is ducked under, which only a whole mix can tell.
  package func write(to writer: inout Fingerprinter) {
    writer.write(volume)
    writer.write(balance)
    writer.write(Int(fadeIn.ticks))
    writer.write(Int(fadeOut.ticks))
    writer.write(fadeShape.rawValue)
    writer.write(speed)
    writer.write(keepsPitch)
    writer.write(loop.map { Int($0.lowerBound.ticks) } ?? -1)
    writer.write(loop.map { Int($0.upperBound.ticks) } ?? -1)
  }
}

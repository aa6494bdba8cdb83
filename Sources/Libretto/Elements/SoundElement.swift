import Primitives
import Timeline

/// A sound with what was asked of its playing.
package struct SoundElement: Sendable {
  package var song: Song
  /// Where in its file it begins.
  package var from: Time
  /// How much of the file is heard; to its end if nil.
  package var passage: Time?
  /// Whether beats and the film's length may be its.
  package var isSong = true
  package var volume: Animated<Double> = 1
  package var balance: Animated<Double> = 0
  package var fadeIn = Length()
  package var fadeOut = Length()
  package var speed = 1.0
  package var keepsPitch = true
  package var isLooped = false
  package var duckings: [DuckingRequest] = []

  package struct DuckingRequest: Sendable {
    package var path: String
    package var volume: Double
    package var over: Length
    package var site: Site
  }

  package init(song: Song, from: Time) {
    self.song = song
    self.from = from
  }

  /// A speed that can be had, also where what was said can't.
  var usableSpeed: Double {
    let speeds = SoundTreatment.speeds
    return speed.isNaN ? 1 : max(speeds.lowerBound, min(speeds.upperBound, speed))
  }

  /// How long it is heard once, at its speed.
  func length(of facts: SongFacts) -> Time { extent(of: facts) / usableSpeed }

  /// How much of its file it is.
  func extent(of facts: SongFacts) -> Time {
    let rest = max(.zero, facts.length - from)
    return passage.map { max(.zero, min($0, rest)) } ?? rest
  }
}

import Primitives

/// A sound with what was asked of its playing.
struct SoundPayload: Sendable {
  var song: Song
  /// Where in its file it begins.
  var from: Time
  /// How much of the file is heard; to its end if nil.
  var passage: Time?
  /// Whether beats and the film's length may be its.
  var isSong = true
  var volume: Animated<Double> = 1
  var balance: Animated<Double> = 0
  var fadeIn = Length()
  var fadeOut = Length()
  var speed = 1.0
  var keepsPitch = true
  var isLooped = false
  var duckings: [DuckingRequest] = []

  struct DuckingRequest: Sendable {
    var path: String
    var volume: Double
    var over: Length
    var site: Site
  }

  init(song: Song, from: Time) {
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

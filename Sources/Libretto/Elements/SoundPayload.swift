import Primitives

/// A sound with what was asked of its playing.
struct SoundPayload: Sendable {
  var song: Song
  /// Where in its file it begins.
  var from: SongTime
  /// How much of the file is heard; to its end if nil.
  var passage: SongTime?
  /// Whether beats and the film's length may be its.
  var isSong = true
  var volume: Animated<Double> = 1
  var balance: Animated<Double> = 0
  var fadeIn = Length()
  var fadeOut = Length()
  /// Nil, and reported where it is lowered, for one that changes.
  var speed: Double? = 1
  var keepsPitch = true
  var loop = Loop.hold
  var duckings: [DuckingRequest] = []

  struct DuckingRequest: Sendable {
    var path: String
    var volume: Double
    var over: Length
    var site: Site
  }

  init(song: Song, from: SongTime) {
    self.song = song
    self.from = from
  }

  /// How often it plays; nil for as long as it is given. What can't be had counts as once.
  var passes: Int? {
    if case .again(let times) = loop.loop { times.map { max(1, $0) } } else { 1 }
  }

  /// A speed that can be had, also where what was said can't.
  var usableSpeed: Double {
    let speeds = SoundTreatment.speeds
    guard let speed, !speed.isNaN else { return 1 }
    return max(speeds.lowerBound, min(speeds.upperBound, speed))
  }

  /// How long it is heard once, at its speed.
  func length(of facts: SongFacts) -> Time { extent(of: facts).time / usableSpeed }

  /// How long it is heard as often as it plays; nil for as long as it is given.
  func lengthOfAll(of facts: SongFacts) -> Time? { passes.map { length(of: facts) * Double($0) } }

  /// How much of its file it is.
  func extent(of facts: SongFacts) -> SongTime {
    let rest = max(.zero, SongTime(facts.length) - from)
    return passage.map { max(.zero, min($0, rest)) } ?? rest
  }
}

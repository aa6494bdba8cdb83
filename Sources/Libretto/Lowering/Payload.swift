import Primitives
import Timeline

/// What an element is, beside its stage directions. It answers for itself; most have little to say.
protocol Payload: Sendable {
  /// What it is made of, and how that plays.
  var cast: Cast { get }
  /// The same made of other parts.
  func recast(_ change: (Layer) -> Layer) -> Self

  /// Whether it is heard and not seen, and whether it is a song of the film's.
  var isSound: Bool { get }
  var isSong: Bool { get }
  /// Whether anything in it may be heard.
  var mayBeHeard: Bool { get }
  /// The first of the film's songs in it, if it begins at a time; lengths in beats aren't known yet.
  func song(from begin: Time, rate: FrameRate) -> FilmSong?
  /// Other files that something in it is softer under.
  var duckings: [SoundPayload.DuckingRequest] { get }

  /// When it ends by itself if it begins at a time; nil if it lasts as long as it is given.
  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time?
  /// Whether it ends by itself, with all that is in it, however long it is given.
  func ends(at site: Site, by clock: FilmClock) -> Bool
  /// How long until it leaves because it is over; nil for what stays as long as its container.
  func stay(from begin: Time, at site: Site, by clock: FilmClock) -> Time?

  /// It said in simpler elements, where it isn't one.
  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer
  /// How large it is by itself, with as much of its frame as is told.
  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size
  /// Whether it fills what it stands in, although it has a size of its own, unless it has a frame.
  var isFitted: Bool { get }
  /// The same with what it asks of a parent in pixels; `box` is the parent, or its own frame in it.
  func measured(in parent: Size, box: Size) -> Self

  /// What it shows; nil, and reported, if it can't.
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent?
  /// What is heard of it.
  func sounds(on stage: Stage, by lowering: Lowering) -> [SoundClip]
}

/// What an element is made of.
enum Cast {
  case nobody
  case together(Layers)
  case inTurn(Layers)

  var members: Layers {
    switch self {
    case .nobody: []
    case .together(let layers), .inTurn(let layers): layers
    }
  }
}

/// A width and a height, as far as they are told.
typealias Frame = (width: Double?, height: Double?)

extension Payload {
  var cast: Cast { .nobody }
  func recast(_ change: (Layer) -> Layer) -> Self { self }

  var isSound: Bool { false }
  var isSong: Bool { false }
  var mayBeHeard: Bool { cast.members.contains { $0.payload.mayBeHeard } }
  var duckings: [SoundPayload.DuckingRequest] { cast.members.flatMap(\.payload.duckings) }

  func song(from begin: Time, rate: FrameRate) -> FilmSong? {
    switch cast {
    case .nobody: nil
    case .together(let members): FilmSong(first: members, from: begin, rate: rate)
    case .inTurn(let members): FilmSong(firstOfSeries: members, from: begin, rate: rate)
    }
  }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    switch cast {
    case .nobody: nil
    case .together(let members): members.compactMap { clock.naturalEnd(of: $0, from: begin) }.max()
    case .inTurn(let members): clock.naturalEnd(ofSeries: members, from: begin)
    }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool {
    let players = cast.members.filter { !$0.payload.isSound }
    return !cast.members.isEmpty && (players.isEmpty ? cast.members : players).allSatisfy(clock.ends)
  }

  func stay(from begin: Time, at site: Site, by clock: FilmClock) -> Time? { nil }

  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer { layer }
  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size { parent }
  var isFitted: Bool { false }
  func measured(in parent: Size, box: Size) -> Self { self }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? { nil }

  func sounds(on stage: Stage, by lowering: Lowering) -> [SoundClip] {
    switch cast {
    case .nobody: []
    case .together(let members): lowering.sounds(of: members, on: stage)
    case .inTurn(let members): lowering.sounds(ofSeries: members, on: stage)
    }
  }
}

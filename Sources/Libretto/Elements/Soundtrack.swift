/// A song that plays.
///
/// The first one of a composition is the film's song: the film lasts as long as it does, and beats
/// and bars are its.
public struct Soundtrack: Audible {
  public var sound: SoundWishes
  public var directions: StageDirections

  /// All of a song, or from a moment of it.
  public init(_ song: Song, from start: SongTime = 0, file: String = #filePath, line: Int = #line) {
    sound = SoundWishes(SoundPayload(song: song, from: start))
    directions = StageDirections(file, line)
  }

  /// A passage of a song.
  public init(_ song: Song, playing passage: Passage, file: String = #filePath, line: Int = #line) {
    var sound = SoundPayload(song: song, from: passage.from)
    sound.passage = passage.to - passage.from
    self.sound = SoundWishes(sound)
    directions = StageDirections(file, line)
  }
}

/// A sound beside the song: a voice, a noise, the sound of rain.
///
/// It doesn't say how long the film lasts where a song does, and has no beats.
public struct Sound: Audible {
  public var sound: SoundWishes
  public var directions: StageDirections

  /// All of a file, or what is between two times of it.
  public init(
    _ path: String, from start: SongTime = 0, to end: SongTime? = nil, file: String = #filePath,
    line: Int = #line
  ) {
    var sound = SoundPayload(song: Song(path, file: file, line: line), from: start)
    sound.passage = end.map { $0 - start }
    sound.isSong = false
    self.sound = SoundWishes(sound)
    directions = StageDirections(file, line)
  }
}

/// What can be heard.
public protocol Audible: StagedElement {
  /// What was asked of its playing.
  var sound: SoundWishes { get set }
}

/// What is heard, and how.
public struct SoundWishes: Sendable {
  var payload: SoundPayload

  init(_ payload: SoundPayload) { self.payload = payload }
}

extension Audible {
  public var layer: Layer { Layer(sound.payload, directions) }
}

extension Audible {
  /// 1 is as recorded, 0 is silence; by the time since it began.
  public func volume(_ gain: some NumberForm) -> Self { set { $0.volume = gain.animatedNumber } }

  /// By a function of the seconds since it began.
  public func volume(_ gain: @escaping @Sendable (Double) -> Double) -> Self { volume(.computed(gain)) }

  /// Turned to a side: −1 is left alone, 1 right alone.
  public func panned(_ balance: some NumberForm) -> Self { set { $0.balance = balance.animatedNumber } }

  /// By a function of the seconds since it began.
  public func panned(_ balance: @escaping @Sendable (Double) -> Double) -> Self {
    panned(.computed(balance))
  }

  /// Comes out of silence within a length.
  public func fadingIn(over length: some LengthForm) -> Self { set { $0.fadeIn = length.length } }
  /// Goes into silence within a length that ends with it.
  public func fadingOut(over length: some LengthForm) -> Self { set { $0.fadeOut = length.length } }

  /// How many times as fast as recorded, ¼ to 4; as high as it was, or higher and lower with its speed.
  public func speed(_ speed: some NumberForm, keepingPitch keepsPitch: Bool = true) -> Self {
    set {
      if case .constant(let speed) = speed.animatedNumber.source {
        $0.speed = speed
      } else {
        $0.speed = nil
      }
      $0.keepsPitch = keepsPitch
    }
  }

  /// Begins again when it is over, as long as it is given, or so many times; never backwards.
  public func looping(_ loop: Loop = .repeat) -> Self { set { $0.loop = loop } }

  /// Plays so many times.
  public func looping(times: Int) -> Self { looping(.repeat(times: times)) }

  /// Softer while another file is heard, which plays somewhere in the same film: down to a volume within a
  /// length that ends when the other begins.
  public func ducked(
    under path: String, to volume: Double = 0.25, over length: some LengthForm = 0.25,
    file: String = #filePath,
    line: Int = #line
  ) -> Self {
    set {
      $0.duckings.append(
        .init(path: path, volume: volume, over: length.length, site: Site(file: file, line: line)))
    }
  }

  private func set(_ edit: (inout SoundPayload) -> Void) -> Self {
    var copy = self
    edit(&copy.sound.payload)
    return copy
  }
}

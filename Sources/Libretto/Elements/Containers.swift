/// Elements that play in turn.
///
/// An element without a length of its own shares, with the others like it, what the known ones
/// leave. A transition that overlaps its neighbours shortens the whole.
public struct Series: StagedElement {
  var payload: SeriesPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// The elements in the order they play.
  public init(file: String = #filePath, line: Int = #line, @LayersBuilder _ content: () -> Layers) {
    payload = SeriesPayload(players: content())
    directions = StageDirections(file, line)
  }

  /// Ends each element that has no length of its own at a moment of the song: the first with the second
  /// of every so many, and so on. The last one takes the rest.
  public func cutting(on moments: SongMoments, every count: Int = 1) -> Series {
    let cuts = moments.every(count).dropFirst()
    var series = self
    let players = payload.players
    let open = players.indices.filter { !players[$0].payload.isSound && !players[$0].timing.isSaid }
    for (index, cut) in zip(open.dropLast(), cuts) { series.payload.players[index].timing.until = cut }
    return series
  }
}

/// Elements that play in turn.
struct SeriesPayload: Sendable {
  var players: Layers
}

/// Elements that are painted together, as one.
public struct Group: Arranging {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// The elements in painting order.
  public init(file: String = #filePath, line: Int = #line, @LayersBuilder _ content: () -> Layers) {
    self.init(content(), at: Site(file: file, line: line))
  }

  init(_ parts: Layers, at site: Site) {
    arrangement = Arrangement(parts)
    directions = StageDirections(at: site)
  }
}

/// A group with its own place in time; moments inside count from where it begins.
public struct Scene: StagedElement {
  var arrangement: Arrangement
  public var directions: StageDirections
  public var layer: Layer { Layer(arrangement, directions) }

  /// From a moment on, until its container ends or, in a `Series`, until the next element begins.
  public init(
    at start: some MomentForm = Moment.start, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    arrangement = Arrangement(content())
    directions = StageDirections(file, line)
    directions.timing.start = start.moment
  }

  /// From a moment, for a length.
  public init(
    at start: some MomentForm = Moment.start, for length: some LengthForm, file: String = #filePath,
    line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    self.init(at: start, file: file, line: line, content)
    directions.timing.length = length.length
  }

  /// Between two moments.
  public init(
    at start: some MomentForm = Moment.start, until end: some MomentForm, file: String = #filePath,
    line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    self.init(at: start, file: file, line: line, content)
    directions.timing.until = end.moment
  }

  /// During a passage of the song.
  public init(
    during passage: Passage, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    self.init(at: passage.start, until: passage.end, file: file, line: line, content)
  }
}

/// A container whose parts play together.
protocol Arranging: StagedElement {
  var arrangement: Arrangement { get set }
}

extension Arranging {
  /// The same with each part a little later than the one before; what a container says as `staggered`.
  func delayed(by stagger: Stagger) -> Self {
    let parts = arrangement.parts
    let later = zip(parts, stagger.ranks(of: parts.count)).map { layer, rank in
      var copy = layer
      copy.timing.start = layer.timing.start + stagger.step * rank
      return copy
    }
    return setting(\.arrangement.parts, to: later)
  }
}

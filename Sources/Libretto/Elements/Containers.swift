/// Elements that play in turn.
///
/// An element without a length of its own shares, with the others like it, what the known ones
/// leave. A transition that overlaps its neighbours shortens the whole.
public struct Series: LayerElement {
  public var layer: Layer

  public init(file: String = #filePath, line: Int = #line, @LayersBuilder _ content: () -> Layers) {
    layer = Layer(.series(content()), file: file, line: line)
  }

  /// Ends each element that has no length of its own at a moment of the song: the first with the second
  /// of every so many, and so on. The last one takes the rest.
  public func cutting(on moments: SongMoments, every count: Int = 1) -> Series {
    let cuts = moments.every(count).dropFirst()
    return with { layer in
      guard case .series(var players) = layer.content else { return }
      let open = players.indices.filter { !players[$0].isSound && !players[$0].timing.isSaid }.dropLast()
      for (index, cut) in zip(open, cuts) { players[index].timing.until = cut }
      layer.content = .series(players)
    }
  }
}

/// Elements that are painted together, as one.
public struct Group: LayerElement {
  public var layer: Layer

  public init(file: String = #filePath, line: Int = #line, @LayersBuilder _ content: () -> Layers) {
    layer = Layer(.group(content()), file: file, line: line)
  }

  package init(layer: Layer) { self.layer = layer }
}

/// A group with its own place in time; moments inside count from where it begins.
public struct Scene: LayerElement {
  public var layer: Layer

  /// From a moment, for a length; without one, until its container ends (or, in a `Series`, until
  /// the next element begins).
  public init(
    at start: Moment = .start, for length: Length? = nil, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    layer = Layer(.group(content()), file: file, line: line)
    layer.timing.start = start
    layer.timing.length = length
  }

  /// Between two moments.
  public init(
    at start: Moment = .start, until end: Moment, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    self.init(at: start, file: file, line: line, content)
    layer.timing.until = end
  }

  /// During a passage of the song.
  public init(
    during passage: Passage, file: String = #filePath, line: Int = #line,
    @LayersBuilder _ content: () -> Layers
  ) {
    self.init(at: passage.start, until: passage.end, file: file, line: line, content)
  }
}

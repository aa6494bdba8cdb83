/// What builders gather: an array, so loops and conditions need nothing special.
public typealias Layers = [Layer]

/// One element with all that was asked of it, and the line that made it.
public struct Layer: Sendable {
  package var content: Content
  package var site: Site
  package var timing = Timing()
  package var entering: Entry?
  package var exiting: Entry?
  package var overlay: CutOverlay?
  package var look = LookRequest()
  /// Whether it comes from words and their times rather than from a line of the author's; then it is no
  /// matter if the film has no time for it.
  package var isDerived = false
  /// Whether its neighbour comes in over it.
  var passesOn = false
  /// Whether it enters over the one before it in a series.
  var takesOver = false

  package init(_ content: Content, file: String, line: Int) {
    self.content = content
    site = Site(file: file, line: line)
  }

  package init(_ content: Content, at site: Site) {
    self.content = content
    self.site = site
  }

  package indirect enum Content: Sendable {
    case solid(Color)
    case image(path: String, fit: Fit, move: KenBurns)
    case video(VideoElement)
    case text(TextElement)
    case counter(CounterElement)
    case shape(ShapeRequest)
    /// Part of a text, in its place.
    case piece(PieceElement)
    case group(Layers)
    case stack(StackElement, Layers)
    case series(Layers)
    case captions(CaptionsElement)
    case sound(SoundElement)
    case grid(GridElement, Layers)
    case padded(PaddingElement, Layer)
    /// By a clock of its own.
    case replay(ReplayElement, Layer)
    case nested(NestedElement)
    /// One of those that a transition is between.
    case neighbour(Neighbour)
    case mix(MixElement)

    /// What it is made of, and how that plays; nil for what has no parts.
    package var cast: Cast? {
      switch self {
      case .group(let layers), .stack(_, let layers), .grid(_, let layers): .together(layers)
      case .padded(_, let layer), .replay(_, let layer): .together([layer])
      case .mix(let mix): .together(mix.first + mix.second)
      case .series(let layers): .inTurn(layers)
      case .solid, .image, .video, .text, .counter, .shape, .piece, .captions, .sound, .neighbour, .nested:
        nil
      }
    }
  }

  package enum Cast {
    case together(Layers)
    case inTurn(Layers)
  }

  package var isSound: Bool { if case .sound = content { true } else { false } }
  /// Whether it is a song of the film's, rather than another sound.
  package var isSong: Bool { if case .sound(let sound) = content { sound.isSong } else { false } }

  package struct Timing: Sendable {
    package var start = Moment.start
    package var length: Length?
    package var until: Moment?
    /// Whether it lasts as long as it is given, whatever is in it.
    package var fillsTheRest = false

    /// Whether the author said how long it lasts.
    package var isSaid: Bool { length != nil || until != nil || fillsTheRest }

    /// Whether it can be told only with the song's beats at hand.
    package var countsBeats: Bool {
      [start.shift, length ?? 0, until?.shift ?? 0].contains { $0.beats != 0 || $0.bars != 0 }
    }
  }

  package struct Entry: Sendable {
    package var transition: Transition
    package var length: Length

    var isSeen: Bool { !transition.isCut }
  }

  package struct CutOverlay: Sendable {
    package var overlay: Overlay
    package var length: Length
  }
}

extension Layer {
  /// The same as what words and their times make; what this module made by itself, rather than an author,
  /// is at the line that asked for it.
  package func adopted(by site: Site) -> Layer {
    var copy = self
    copy.isDerived = true
    if self.site.file.hasPrefix(Layer.house) { copy.site = site }
    switch content {
    case .group(let layers): copy.content = .group(layers.map { $0.adopted(by: site) })
    case .stack(let stack, let layers): copy.content = .stack(stack, layers.map { $0.adopted(by: site) })
    case .series(let layers): copy.content = .series(layers.map { $0.adopted(by: site) })
    case .grid(let grid, let layers): copy.content = .grid(grid, layers.map { $0.adopted(by: site) })
    case .padded(let padding, let layer): copy.content = .padded(padding, layer.adopted(by: site))
    case .replay(let replay, let layer): copy.content = .replay(replay, layer.adopted(by: site))
    case .mix(var mix):
      mix.first = mix.first.map { $0.adopted(by: site) }
      mix.second = mix.second.map { $0.adopted(by: site) }
      copy.content = .mix(mix)
    case .solid, .image, .video, .text, .counter, .shape, .piece, .captions, .sound, .neighbour, .nested:
      break
    }
    return copy
  }

  /// The folder of this module's sources.
  private static let house: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    return parts.joined(separator: "/") + "/"
  }()
}

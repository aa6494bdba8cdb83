import Primitives
import Timeline

extension Lowering {
  /// A composition of its own, from a frame on; nil, and reported, if it can't be.
  func nested(
    _ nested: NestedElement, at site: Site, during turn: Turn, from firstFrame: FrameIndex
  ) -> ClipContent? {
    guard let film = timeline(of: nested, at: site, during: turn) else { return nil }
    let canvas = NestedCanvas(size: Size(film.size), background: film.background, fit: nested.fit)
    return .canvas(film.clips.map { $0.moved(by: firstFrame.value) }, canvas)
  }

  /// What of its songs is heard in its turn.
  func sounds(of nested: NestedElement, at site: Site, during turn: Turn) -> [SoundClip] {
    guard !nested.isMuted, let film = timeline(of: nested, at: site, during: turn) else { return [] }
    let end = max(.zero, min(turn.end, clock.end))
    return film.sounds.compactMap { $0.moved(by: turn.begin).cut(to: .zero..<end) }
  }

  private func timeline(of nested: NestedElement, at site: Site, during turn: Turn) -> Timeline? {
    nested.evaluated(at: canvas.rate, site: site, authoring) { canvas, layers, inner in
      var canvas = canvas
      canvas.length = .time(
        FilmClock.length(of: nested, at: site, rate: canvas.rate, authoring) ?? max(.zero, turn.length))
      guard canvas.length != .time(.zero) else { return nil }
      return Lowering(name: name, canvas: canvas, layers: layers, authoring: inner)?.timeline(of: layers)
    }
  }
}

extension FilmClock {
  /// How long a composition lasts by itself; nil if it lasts as long as it is given.
  static func length(
    of nested: NestedElement, at site: Site, rate: FrameRate, _ authoring: Authoring
  ) -> Time? {
    nested.evaluated(at: rate, site: site, authoring) { canvas, layers, inner in
      // What is wrong is reported where it is lowered.
      let clock = FilmClock(rate: rate, song: FilmSong(first: layers, rate: rate), log: DiagnosticLog())
      return clock.filmLength(canvas: canvas, layers: layers)
    }
  }
}

extension Clip {
  /// The same so many frames later.
  func moved(by count: Int) -> Clip {
    func later(_ range: Range<FrameIndex>) -> Range<FrameIndex> {
      range.lowerBound.advanced(by: count)..<range.upperBound.advanced(by: count)
    }
    var clip = self
    clip.frames = later(frames)
    clip.turn = later(turn)
    clip.content = content.moved(by: count)
    clip.entering = entering?.moved(by: count)
    clip.exiting = exiting?.moved(by: count)
    return clip
  }
}

extension TransitionRun {
  fileprivate func moved(by count: Int) -> TransitionRun {
    guard case .staged(let clips) = manner else { return self }
    var run = self
    run.manner = .staged(clips.map { $0.moved(by: count) })
    return run
  }
}

extension ClipContent {
  fileprivate func moved(by count: Int) -> ClipContent {
    func later(_ clips: [Clip]) -> [Clip] { clips.map { $0.moved(by: count) } }
    return switch self {
    case .group(let clips): .group(later(clips))
    case .letters(let clips): .letters(later(clips))
    case .track(let clips): .track(later(clips))
    case .masked(let clip, let mask, let masking):
      .masked(clip.moved(by: count), by: mask.moved(by: count), masking)
    case .canvas(let clips, let canvas): .canvas(later(clips), canvas)
    case .mix(let first, let second, let matte): .mix(later(first), later(second), matte)
    case .solid, .picture, .video, .text, .shape, .neighbour, .replay: self
    }
  }
}

import Primitives
import Timeline

extension NestedPayload: Payload {
  var mayBeHeard: Bool { !isMuted }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    length(at: site, rate: clock.rate).map { begin + $0 }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool { true }

  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size {
    let canvas = composition.canvas.size
    return canvas.width > 0 && canvas.height > 0 ? canvas.fitted(frame, in: parent) : parent
  }

  /// The film on its canvas, from a frame on.
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    guard let film = film(on: stage, by: lowering) else { return nil }
    let canvas = NestedCanvas(size: Size(film.size), background: film.background, fit: fit)
    return .canvas(film.clips.map { $0.moved(by: stage.firstFrame.value) }, canvas)
  }

  /// What of its songs is heard in its turn.
  func sounds(on stage: Stage, by lowering: Lowering) -> [SoundClip] {
    guard !isMuted, let film = film(on: stage, by: lowering) else { return [] }
    let end = max(.zero, min(stage.end, lowering.clock.end))
    return film.sounds.compactMap { $0.moved(by: stage.begin).cut(to: .zero..<end) }
  }
}

extension NestedPayload {
  /// Compositions inside one another; one that is inside itself has no end.
  private static let deepest = 12

  /// How long it lasts by itself; nil if it lasts as long as it is given.
  private func length(at site: Site, rate: FrameRate) -> Time? {
    guard let authoring = Authoring.current, let script = script(at: site, rate, authoring) else {
      return nil
    }
    return Authoring.$current.withValue(authoring.inside) {
      // What is wrong is reported where it is lowered.
      let song = FilmSong(first: script.layers, rate: rate)
      let clock = FilmClock(rate: rate, song: song, log: DiagnosticLog())
      return clock.filmLength(canvas: script.canvas, layers: script.layers)
    }
  }

  /// What plays when, as if it stood alone and lasted as long as it is given here; nil, and reported, if it
  /// can't be.
  private func film(on stage: Stage, by lowering: Lowering) -> Timeline? {
    let (authoring, rate) = (lowering.authoring, lowering.canvas.rate)
    guard let script = script(at: stage.site, rate, authoring) else { return nil }
    let length = length(at: stage.site, rate: rate) ?? max(.zero, stage.seen.length)
    guard length > .zero else { return nil }
    return known.films.known(for: Film(rate: rate, length: length)) {
      var canvas = script.canvas
      canvas.length = .time(length)
      let inside = authoring.inside
      return Authoring.$current.withValue(inside) {
        Lowering(name: lowering.name, canvas: canvas, layers: script.layers, authoring: inside)?
          .timeline(of: script.layers)
      }
    }
  }

  /// Its canvas, at another frame rate, and its layers; nil, and reported, where compositions are too deep
  /// inside one another.
  private func script(at site: Site, _ rate: FrameRate, _ authoring: Authoring) -> Script? {
    known.scripts.known(for: rate) {
      guard authoring.depth < Self.deepest else {
        authoring.log.report(
          .error(
            "compositions are nested more than \(Self.deepest) deep", at: site,
            hints: "one that has itself on stage has no end"))
        return nil
      }
      return Authoring.$current.withValue(authoring.inside) {
        var (layers, canvas) = authoring.resources.evaluating("\(type(of: composition))") {
          (composition.body, composition.canvas)
        }
        canvas.rate = rate
        return Script(canvas: canvas, layers: layers)
      }
    }
  }
}

extension Authoring {
  /// What is at hand in a composition inside the one that is evaluated.
  fileprivate var inside: Authoring {
    var inner = self
    inner.depth += 1
    return inner
  }
}

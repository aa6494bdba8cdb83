import Primitives
import Timeline

/// One composition on its way to a timeline: what everything in it shares.
struct Lowering {
  let name: String
  let canvas: Canvas
  let authoring: Authoring
  var clock: FilmClock

  /// Nil where the film's frame or length can't be known; the log says why.
  init?(name: String, canvas: Canvas, layers: Layers, authoring: Authoring) {
    self.name = name
    self.canvas = canvas
    self.authoring = authoring
    let place = canvas.site ?? layers.first?.site
    guard Lowering.check(canvas, at: place, authoring.log) else { return nil }
    guard !layers.isEmpty else {
      authoring.log.report(
        .error(
          "\(name) has nothing on stage", at: canvas.site,
          hints: "put an element into its body, such as Solid(.ink)"))
      return nil
    }
    var clock = FilmClock(
      rate: canvas.rate, song: FilmSong(first: layers, rate: canvas.rate),
      log: authoring.log)
    let length = clock.filmLength(canvas: canvas, layers: layers)
    clock.end = length ?? .zero
    self.clock = clock
    guard length != nil else {
      examine(layers)
      return nil
    }
  }

  /// After how long everything comes again, if the film is shown again and again.
  var round: Time? {
    canvas.isLooping && clock.end > .zero
      ? canvas.rate.start(of: canvas.rate.boundary(nearest: clock.end)) : nil
  }

  func timeline(of layers: Layers) -> Timeline {
    let site = canvas.site ?? Site(file: "", line: 0)
    var stage = Stage(at: site, to: clock.end, size: Size(canvas.size))
    stage.isLost = canvas.length?.isLost == true
    let frames = canvas.rate.boundary(nearest: clock.end).value
    let layers = graded(layers, at: site)
    let sounds = sounds(of: layers, on: stage)
    checkDucking(sounds, layers)
    var hearing = self
    hearing.clock.heard = sounds
    var timeline = Timeline(
      name: name, size: canvas.size, rate: canvas.rate, frameCount: frames, background: canvas.background,
      clips: hearing.clips(of: layers, on: stage), sounds: sounds, loudness: canvas.loudness,
      markers: markers)
    timeline.captions = authoring.captions
    return timeline
  }

  /// All that is on stage as one, and the background beneath it, where the whole film is graded.
  private func graded(_ layers: Layers, at site: Site) -> Layers {
    guard !canvas.grades.isEmpty else { return layers }
    let background = Layer(SolidPayload(color: canvas.background), at: site)
    var whole = Layer(Arrangement([background] + layers), at: site)
    whole.look.effects = canvas.grades.map(\.effect)
    return [whole]
  }

  /// Reports what is wrong with files and fonts even where times can't be told.
  private func examine(_ layers: Layers) {
    for layer in layers {
      guard layer.payload.cast.members.isEmpty else {
        examine(layer.payload.cast.members)
        continue
      }
      let stage = Stage(at: layer.site, to: .zero, size: Size(canvas.size))
      _ = layer.payload.content(on: stage, by: self)
    }
  }

  func report(_ message: String, at site: Site, _ hints: String...) {
    authoring.log.report(Diagnostic(.error, Problem(.badInput, message, hints: hints), at: site))
  }

  func asking<Answer>(at site: Site, _ question: () throws(Problem) -> Answer) -> Answer? {
    authoring.asking(at: site, question)
  }

  /// Sections of the film's song, as far as the author named them, that begin within the film.
  private var markers: [Marker] {
    guard let song = clock.song else { return [] }
    return song.song.saidSections.compactMap { section in
      let start = song.filmTime(of: SongTime(section.start))
      guard start >= .zero, start < clock.end else { return nil }
      return Marker(name: section.name, frame: canvas.rate.boundary(nearest: start))
    }
  }

  private static func check(_ canvas: Canvas, at site: Site?, _ log: DiagnosticLog) -> Bool {
    let sides = 2...16_384
    guard sides.contains(canvas.size.width), sides.contains(canvas.size.height) else {
      log.report(
        .error(
          "a canvas of \(canvas.size) can't be painted", at: site, hints: "each side is 2 to 16384 pixels"))
      return false
    }
    if let loudness = canvas.loudness, !(-70 ... -5).contains(loudness) {
      log.report(
        .error(
          "sound can't be made \(loudness.brief) LUFS loud", at: site,
          hints: "-14 is usual for streaming, -23 for television"))
      return false
    }
    guard canvas.rate.isUsable else {
      log.report(
        .error(
          "a frame rate of \(canvas.rate) can't be played", at: site, hints: "say 24, 25, 30, 60 or .ntsc"))
      return false
    }
    return true
  }
}

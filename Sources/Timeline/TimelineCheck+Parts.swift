import Primitives

extension TimelineCheck {
  /// What a clip shows that has no file and no clips in it.
  mutating func own(_ clip: Clip) {
    switch clip.content {
    case .text(let lettering):
      let strokes = lettering.sweep?.strokes ?? []
      // Parts of a text count its letters as the whole text does.
      for stroke in strokes {
        expect(stroke.units.lowerBound >= 0, at: clip.site, "the letters \(stroke.units) are sung")
      }
      for (before, after) in zip(strokes, strokes.dropFirst()) {
        let isInOrder = before.units.upperBound <= after.units.lowerBound
        expect(isInOrder, at: clip.site, "the letters \(after.units) are sung after \(before.units)")
      }
    case .shape(let content): shape(content.shape, at: clip.site)
    default: break
    }
  }

  mutating func look(_ look: Look, at site: Site) {
    if let clip = look.clip { shape(clip, at: site) }
    for effect in look.effects {
      let instant = EffectInstant(
        time: .zero, frame: 0, box: Size(width: 1, height: 1), toScreen: .identity)
      guard case .grade(.table(let digest, _)) = effect.filter(at: instant) else { continue }
      expect(!digest.isNone, at: site, "a color table that wasn't found")
    }
    for effect in look.timeEffects {
      switch effect {
      case .stepped(let every): expect(every > .zero, at: site, "steps of \(every) s")
      case .trail(let count, let delay, _):
        expect(count > 0 && delay > .zero, at: site, "a trail of \(count) every \(delay) s")
      case .exposed(let shutter, let samples):
        let isUsual = shutter > 0 && shutter <= 1 && samples > 0
        expect(isUsual, at: site, "a shutter open for \(shutter), \(samples) times")
      }
    }
  }

  private mutating func shape(_ shape: Shape, at site: Site) {
    guard case .path(let outline) = shape else { return }
    expect(outline.snapped == outline, at: site, "a path off the grid of drawings")
  }

  mutating func matte(_ run: MatteRun, at site: Site) {
    let isSoft = (0...1).contains(run.softness) && run.softness == run.softness.snappedToRatioGrid
    expect(isSoft, at: site, "a matte with a softness of \(run.softness)")
    if case .picture(let asset) = run.shape { picture(asset.facts, at: site) }
    guard let kernel = run.shape.kernel(in: Size(width: 1, height: 1)) else { return }
    let isWhole = kernel.count > 0 && kernel.count == kernel.count.snappedToRatioGrid
    expect(isWhole, at: site, "a matte of \(kernel.count.brief) parts")
    expect(kernel.center.isOnGrid, at: site, "a matte around \(kernel.center)")
    let isOnGrid = kernel.corners.allSatisfy { Anchor(x: $0.x, y: $0.y).isOnGrid }
    expect(isOnGrid, at: site, "a matte with corners off the grid of drawings")
  }

  mutating func picture(_ facts: PictureFacts, at site: Site) {
    expect(!facts.digest.isNone, at: site, "a picture that wasn't found")
    expect(facts.size.width > 0 && facts.size.height > 0, at: site, "a picture of \(facts.size) pixels")
  }

  mutating func video(_ facts: ClipFacts, _ playback: ClipPlayback, at site: Site) {
    expect(!facts.digest.isNone, at: site, "a clip that wasn't found")
    expect(facts.size.width > 0 && facts.size.height > 0, at: site, "a clip of \(facts.size) pixels")
    let part = playback.warp.part
    let isInside = !part.isEmpty && part.lowerBound >= .zero && part.upperBound <= facts.length
    expect(isInside, at: site, "plays \(part) of a clip of \(facts.length) s")
  }

  mutating func sound(_ sound: SoundClip, in film: Timeline) {
    let name = sound.path.name
    expect(!sound.digest.isNone, "the sound \(name) wasn't found")
    expect(sound.length > .zero, "the sound \(name) lasts \(sound.length) s")
    expect(sound.from >= .zero, "the sound \(name) begins \(sound.from) s into its file")
    let isInside = sound.start >= .zero && sound.start < film.length
    expect(
      sound.start + sound.length <= film.length + 0.1, "the sound \(name) goes on after the film")
    expect(isInside, "the sound \(name) begins at \(sound.start), in a film of \(film.length) s")
    let speed = sound.treatment.speed
    expect(SoundTreatment.speeds.contains(speed), "the sound \(name) plays \(speed.brief) times as fast")
  }
}

extension Fingerprint {
  /// What stands where no file was looked at.
  fileprivate var isNone: Bool { high == 0 && low == 0 }
}

extension Anchor {
  fileprivate var isOnGrid: Bool { x == x.snappedToRatioGrid && y == y.snappedToRatioGrid }
}

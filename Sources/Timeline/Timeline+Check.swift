import Primitives

extension Timeline {
  /// What is in it that a timeline never contains, a sentence each, with the line of the element that has it.
  ///
  /// None, whatever an author wrote: if there is one, lowering has a fault. Tests ask of every timeline they
  /// make, and so does the command that prints one; rendering doesn't.
  package var violations: [String] {
    var check = TimelineCheck(rate: rate)
    check.film(self)
    return check.sentences
  }
}

/// Gathers what is wrong with a timeline.
struct TimelineCheck {
  let rate: FrameRate
  private(set) var sentences: [String] = []
  /// Whether what is looked at plays in a transition.
  private var isStaged = false

  init(rate: FrameRate) { self.rate = rate }

  mutating func expect(_ isSo: Bool, at site: Site? = nil, _ words: @autoclosure () -> String) {
    if !isSo { sentences.append((site.map { "\($0): " } ?? "") + words()) }
  }

  mutating func film(_ film: Timeline) {
    expect(film.size.width > 0 && film.size.height > 0, "a film of \(film.size) pixels")
    expect(film.rate.isUsable, "a film at \(film.rate) frames a second")
    expect(film.frameCount > 0, "a film of \(film.frameCount) frames")
    expect(film.loudness?.isFinite ?? true, "a film of \(film.loudness ?? 0) LUFS")
    guard film.rate.isUsable, film.frameCount > 0 else { return }
    let whole = FrameIndex.zero..<FrameIndex(film.frameCount)
    clips(film.clips, within: whole)
    for sound in film.sounds { self.sound(sound, in: film) }
    for marker in film.markers {
      let isInside = whole.contains(marker.frame) || marker.frame == whole.upperBound
      expect(isInside, "the marker \(marker.name) is at \(marker.frame), outside the film of \(whole)")
    }
  }

  private mutating func clips(_ clips: [Clip], within frames: Range<FrameIndex>) {
    for clip in clips { self.clip(clip, within: frames) }
  }

  private mutating func clip(_ clip: Clip, within bounds: Range<FrameIndex>) {
    let (frames, turn, site) = (clip.frames, clip.turn, clip.site)
    let passing = (clip.entering?.frameCount ?? 0) + (clip.exiting?.frameCount ?? 0)
    expect(passing <= turn.count, at: site, "comes and goes in \(passing) frames of \(turn.count)")
    expect(!frames.isEmpty, at: site, "no frames")
    expect(frames.isWithin(turn), at: site, "seen in \(frames), outside its turn of \(turn)")
    expect(frames.isWithin(bounds), at: site, "seen in \(frames), outside of \(bounds)")
    transition(clip.entering, of: clip, during: turn.prefixed(clip.entering?.frameCount ?? 0))
    transition(clip.exiting, of: clip, during: turn.suffixed(clip.exiting?.frameCount ?? 0))
    look(clip.look, at: site)
    content(of: clip, within: bounds)
  }

  private mutating func transition(
    _ run: TransitionRun?, of clip: Clip, during frames: Range<FrameIndex>
  ) {
    guard let run else { return }
    let isFitting = (1...max(1, clip.turn.count)).contains(run.frameCount)
    expect(isFitting, at: clip.site, "\(run.name) lasts \(run.frameCount) frames of \(clip.turn.count)")
    let wasStaged = isStaged
    isStaged = true
    clips(run.stage, within: frames)
    isStaged = wasStaged
  }

  private mutating func content(of clip: Clip, within bounds: Range<FrameIndex>) {
    let inner = clip.turn.clamped(to: bounds)
    switch clip.content {
    case .solid, .backdrop, .text, .shape: own(clip)
    case .picture(let asset, _, _): picture(asset.facts, at: clip.site)
    case .video(let asset, _, _, let playback):
      video(asset.facts, playback, at: clip.site)
    case .group(let children), .letters(let children): clips(children, within: inner)
    // A film that is cut short says so itself.
    case .canvas(let children, _): clips(children, within: bounds)
    case .track(let children):
      clips(children, within: inner)
      track(children)
    case .neighbour: expect(isStaged, at: clip.site, "a neighbour outside of a transition")
    case .mix(let first, let second, let matte):
      clips(first + second, within: inner)
      self.matte(matte, at: clip.site)
    case .masked(let shown, let mask, _): clips([shown, mask], within: inner)
    case .replay(let children, let course):
      expect(course.rate == rate, at: clip.site, "replayed at \(course.rate) frames a second")
      expect(course.length > .zero, at: clip.site, "replays \(course.length) s")
      let whole = FrameIndex.zero..<max(1, rate.boundary(nearest: course.length))
      let wasStaged = isStaged
      isStaged = false
      clips(children, within: whole)
      isStaged = wasStaged
    }
  }

  /// Those that play in turn: two at once only while one enters over the other.
  private mutating func track(_ clips: [Clip]) {
    for (before, after) in zip(clips, clips.dropFirst()) {
      expect(
        before.turn.lowerBound <= after.turn.lowerBound, at: after.site, "begins before the one before")
      let overlap = before.turn.clamped(to: after.turn).count
      let run = after.entering.map { $0.overlaps ? $0.frameCount : 0 } ?? 0
      expect(
        overlap == run, at: after.site, "overlaps the one before by \(overlap) frames, and enters by \(run)"
      )
      expect(
        run <= before.turn.count, at: after.site,
        "enters by \(run) frames over one of \(before.turn.count)")
    }
    for (first, third) in zip(clips, clips.dropFirst(2)) {
      expect(!first.turn.overlaps(third.turn), at: third.site, "begins before the one before last is over")
    }
  }
}

extension Range<FrameIndex> {
  func isWithin(_ bounds: Range<FrameIndex>) -> Bool {
    isEmpty || lowerBound >= bounds.lowerBound && upperBound <= bounds.upperBound
  }

  func prefixed(_ count: Int) -> Range<FrameIndex> {
    lowerBound..<lowerBound.advanced(by: Swift.max(0, count))
  }

  func suffixed(_ count: Int) -> Range<FrameIndex> {
    upperBound.advanced(by: -Swift.max(0, count))..<upperBound
  }
}

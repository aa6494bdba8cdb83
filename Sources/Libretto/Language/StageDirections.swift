/// What can be asked of every element: when it plays, how it comes and goes, and how it looks.
public struct StageDirections: Sendable {
  /// The line that made the element.
  package var site: Site
  package var timing = Timing()
  package var entering: Entry?
  package var exiting: Entry?
  package var overlay: CutOverlay?
  var look = LookRequest()
  /// Whether it comes from words and their times rather than from a line of the author's; then it is no
  /// matter if the film has no time for it.
  package var isDerived = false

  package init(at site: Site) { self.site = site }

  init(_ file: String, _ line: Int) { self.init(at: Site(file: file, line: line)) }

  package struct Timing: Sendable {
    package var start = Moment.start
    package var length: Length?
    package var until: Moment?
    /// Whether it lasts as long as it is given, whatever is in it.
    package var fillsTheRest = false

    /// Whether the author said how long it lasts.
    package var isSaid: Bool { length != nil || until != nil || fillsTheRest }

    /// Whether it hangs on a moment of the song that isn't there, which was reported.
    var isLost: Bool { [start.shift, length ?? 0, until?.shift ?? 0].contains(where: \.isLost) }

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

extension StageDirections {
  /// Takes away what is a matter between an element and its container: when it begins, and what plays over
  /// the cut there.
  mutating func handOverStart() -> StageDirections {
    var outer = StageDirections(at: site)
    outer.isDerived = isDerived
    outer.timing.start = timing.start
    outer.overlay = overlay
    timing.start = .start
    overlay = nil
    return outer
  }

  /// Takes away all that says where and when it is on stage, and how it comes and goes.
  mutating func handOverPlace() -> StageDirections {
    var outer = handOverStart()
    (outer.timing, timing) = (timing.starting(at: outer.timing.start), Timing())
    (outer.entering, entering) = (entering, nil)
    (outer.exiting, exiting) = (exiting, nil)
    outer.look.anchor = look.anchor
    (outer.look.position, look.position) = (look.position, nil)
    (outer.look.offset, look.offset) = (look.offset, (0, 0))
    return outer
  }
}

extension StageDirections.Timing {
  fileprivate func starting(at moment: Moment) -> Self {
    var copy = self
    copy.start = moment
    return copy
  }
}

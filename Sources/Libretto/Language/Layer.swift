/// What builders gather: an array, so loops and conditions need nothing special.
public typealias Layers = [Layer]

/// One element with all that was asked of it, and the line that made it.
public struct Layer: Sendable {
  package var content: Content
  package var site: Site
  package var timing = Timing()
  package var entering: Entry?
  package var exiting: Entry?
  package var look = LookRequest()

  package init(_ content: Content, file: String, line: Int) {
    self.content = content
    site = Site(file: file, line: line)
  }

  package indirect enum Content: Sendable {
    case solid(Color)
    case image(path: String, fit: Fit, move: KenBurnsMove)
    case text(TextElement)
    case shape(Shape, fill: Paint?, stroke: Stroke?)
    case group(Layers)
    case series(Layers)
    case sound(SoundElement)
  }

  package var isSound: Bool { if case .sound = content { true } else { false } }

  package struct Timing: Sendable {
    package var start = Moment.start
    package var length: Length?
    package var until: Moment?
    /// Whether it lasts as long as it is given, whatever is in it.
    package var fillsTheRest = false

    /// Whether it can be told only with the song's beats at hand.
    package var countsBeats: Bool {
      [start.shift, length ?? 0, until?.shift ?? 0].contains { $0.beats != 0 || $0.bars != 0 }
    }
  }

  package struct Entry: Sendable {
    package var transition: Transition
    package var length: Length
  }
}
